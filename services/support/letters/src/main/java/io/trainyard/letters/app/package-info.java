/** Who keeps letters, replays and the audit: the ports. */
@NullMarked
package io.trainyard.letters.app;

import org.jspecify.annotations.NullMarked;
