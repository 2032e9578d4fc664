/** The system from outside: through its command line, its HTTP API and AWS's own tools. */
@NullMarked
package io.trainyard.system;

import org.jspecify.annotations.NullMarked;
