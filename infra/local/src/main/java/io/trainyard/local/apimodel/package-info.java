/** AWS's own machine-readable API models, and the check of a request against them in AWS's words. */
@NullMarked
package io.trainyard.local.apimodel;

import org.jspecify.annotations.NullMarked;
