/** An account in a temporary folder that is killed again and again, with its functions: what the soak and the chaos run both stand on. */
@NullMarked
package io.trainyard.tests.mortal;

import org.jspecify.annotations.NullMarked;
