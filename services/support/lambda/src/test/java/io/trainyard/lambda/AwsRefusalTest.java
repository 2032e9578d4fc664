package io.trainyard.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** AWS's own wording, collected in protocol section 7. */
class AwsRefusalTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ResourceInUse          | Training job names must be unique within an AWS account and region          | ALREADY_EXISTS
            ValidationException    | Cannot create already existing endpoint configuration "arn:aws:sagemaker:x" | ALREADY_EXISTS
            ValidationException    | Cannot create already existing model "arn:aws:sagemaker:x"                  | ALREADY_EXISTS
            ValidationException    | Requested resource not found.                                               | NOT_FOUND
            ValidationException    | Could not find endpoint "arn:aws:sagemaker:x".                              | NOT_FOUND
            ResourceNotFound       | anything                                                                    | NOT_FOUND
            ResourceLimitExceeded  | The account-level service limit is 0 Instances                              | QUOTA
            ValidationException    | CapacityError: Unable to provision requested ML compute capacity.           | CAPACITY
            InsufficientInstanceCapacity | InsufficientInstanceCapacity                                          | CAPACITY
            ValidationException    | 1 validation error detected                                                 | CALLER
            ThrottlingException    | Rate exceeded                                                               | AGAIN
            InternalFailure        | try again                                                                   | AGAIN
            AccessDeniedException  | not authorized                                                              | AGAIN
            """)
    void readsWhatAwsMeans(String code, String message, AwsRefusal meant) {
        AwsServiceException answer = AwsServiceException.builder()
                .message(message)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
        assertThat(AwsRefusal.of(answer)).isEqualTo(meant);
    }
}
