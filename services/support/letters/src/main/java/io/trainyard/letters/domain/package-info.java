/** Dead letters, their causes and what a person does about them. Plain Java. */
@NullMarked
package io.trainyard.letters.domain;

import org.jspecify.annotations.NullMarked;
