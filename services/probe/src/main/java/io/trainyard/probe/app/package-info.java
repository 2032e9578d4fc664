/** What a probe step does. */
@NullMarked
package io.trainyard.probe.app;

import org.jspecify.annotations.NullMarked;
