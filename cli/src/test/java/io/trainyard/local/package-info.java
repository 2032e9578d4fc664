/** A stand-in for the local account. */
@NullMarked
package io.trainyard.local;

import org.jspecify.annotations.NullMarked;
