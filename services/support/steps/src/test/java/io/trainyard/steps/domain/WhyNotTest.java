package io.trainyard.steps.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way AWS says no that is known to us, in AWS's own words. */
class WhyNotTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ResourceInUse         | Training job names must be unique within an AWS account and region | ALREADY_EXISTS
            ValidationException   | Cannot create already existing model "arn:x"                       | ALREADY_EXISTS
            ValidationException   | Requested resource not found.                                      | NOT_FOUND
            ValidationError       | Endpoint ty-a of account 123456789012 not found.                   | NOT_FOUND
            ValidationError       | Variant v not found for endpoint ty-a of account 123456789012      | CALLER
            ResourceLimitExceeded | The account-level service limit is 0 Instances                     | QUOTA
            ValidationException   | capacityerror: UNABLE TO PROVISION REQUESTED ML COMPUTE CAPACITY   | CAPACITY
            InsufficientInstanceCapacity | anything                                                    | CAPACITY
            ThrottlingException   | Rate exceeded                                                      | THROTTLING
            ValidationException   | Rate exceeded                                                      | THROTTLING
            ValidationException   | 1 validation error detected                                        | CALLER
            AccessDeniedException | User is not authorized to perform sagemaker:CreateTrainingJob      | OURS
            InternalFailure       | try again                                                          | PLATFORM
            """)
    void readsErrors(String code, String message, WhyNot meant) {
        assertThat(WhyNot.ofError(code, message)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CapacityError: Unable to provision requested ML compute capacity due to InsufficientInstanceCapacity | CAPACITY
            CAPACITYERROR: nothing                                           | CAPACITY
            ResourceLimitExceeded: the account-level service limit           | QUOTA
            Please use fewer: MaxWaitTimeExceeded                            | SPOT
            Training job interrupted: its spot capacity was reclaimed        | SPOT
            AlgorithmError: InterruptedException, exit code: 1               | CALLER
            AlgorithmError: no disk quota left, exit code: 1                 | CALLER
            ClientError: no objects under s3://b/t                           | CALLER
            InternalServerError: We encountered an internal error            | PLATFORM
            """)
    void readsWhyTrainingFailed(String reason, WhyNot meant) {
        assertThat(WhyNot.ofTrainingReason(reason)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Unable to provision requested ML compute capacity due to InsufficientInstanceCapacity error. | CAPACITY
            ResourceLimitExceeded: the account-level service limit           | QUOTA
            The primary container did not pass the ping health check.        | CALLER
            Failed to download model data                                    | CALLER
            Request to service failed.                                       | PLATFORM
            """)
    void readsWhyAnEndpointFailed(String reason, WhyNot meant) {
        assertThat(WhyNot.ofEndpointReason(reason)).isEqualTo(meant);
    }
}
