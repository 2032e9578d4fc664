/** Processes that the account starts: none outlives it, and none of somebody else's is ever taken for one. */
@NullMarked
package io.trainyard.local.children;

import org.jspecify.annotations.NullMarked;
