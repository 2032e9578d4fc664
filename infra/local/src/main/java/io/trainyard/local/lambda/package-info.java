/** The Lambda host: function packages as processes behind the Runtime API, fed from queues, HTTP and Invoke. */
@NullMarked
package io.trainyard.local.lambda;

import org.jspecify.annotations.NullMarked;
