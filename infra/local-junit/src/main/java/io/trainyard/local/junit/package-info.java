/** The account in a JUnit Jupiter test. */
@NullMarked
package io.trainyard.local.junit;

import org.jspecify.annotations.NullMarked;
