/**
 * An account in a temporary folder, which may be killed again and again with its functions, callers on its bus, and what its SageMaker saw:
 * what the soak, the chaos run and the watchdog's runs stand on.
 */
@NullMarked
package io.trainyard.tests.mortal;

import org.jspecify.annotations.NullMarked;
