/** What holds of all service descriptions together, and between them and the services' classes. */
@NullMarked
package io.trainyard.tests.wiring;

import org.jspecify.annotations.NullMarked;
