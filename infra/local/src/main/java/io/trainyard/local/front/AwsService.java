package io.trainyard.local.front;

import java.util.Set;

/**
 * One AWS service of the local account, behind the one loopback port.
 *
 * <p>The front has already verified who calls; an implementation answers in the service's own wire protocol, errors
 * included, and is called from many threads at once.
 */
public interface AwsService {

    /** The name in the SigV4 credential scope, by which the front finds the service: {@code sagemaker}, {@code dynamodb}. */
    String signingName();

    /** The operations that it has, as AWS's model spells them. */
    Set<String> operations();

    /** Answers one request. An exception that escapes is answered as the service's internal error. */
    AwsResponse handle(AwsRequest request);
}
