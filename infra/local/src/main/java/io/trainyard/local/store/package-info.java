/** Small durable maps for the parts of the account that have no store of their own. */
@NullMarked
package io.trainyard.local.store;

import org.jspecify.annotations.NullMarked;
