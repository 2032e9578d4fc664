/** What people are told, in words. Plain Java. */
@NullMarked
package io.trainyard.notices.domain;

import org.jspecify.annotations.NullMarked;
