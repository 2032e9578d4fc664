/** The HTTP door as a Lambda, and its adapters to SageMaker's runtime and DynamoDB. */
@NullMarked
package io.trainyard.inference.aws;

import org.jspecify.annotations.NullMarked;
