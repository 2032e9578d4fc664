/** Data sets in S3, and the deployment's changes to the limits. */
@NullMarked
package io.trainyard.requests.aws;

import org.jspecify.annotations.NullMarked;
