/** The endpoints service as a Lambda, and its adapters to SageMaker, DynamoDB, S3 and SQS. */
@NullMarked
package io.trainyard.endpoints.aws;

import org.jspecify.annotations.NullMarked;
