package io.trainyard.local.iam;

import com.sun.net.httpserver.HttpExchange;
import io.trainyard.local.front.AwsFault;
import io.trainyard.local.front.AwsResponse;
import io.trainyard.local.front.BufferedHandler;
import io.trainyard.local.front.ErrorAnswer;
import io.trainyard.local.front.ErrorForm;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * What AWS answers to a call that no policy allows. Sources, each with the sentence whole: DynamoDB and EventBridge 400
 * (ministryofjustice/modernisation-platform pull requests 6789 and 1253), Scheduler 403 (7930 there), Lambda (feast-dev/feast issue 2800), SNS
 * 403 {@code AuthorizationError} (ministryofjustice/cloud-platform-environments pull request 21094,
 * aws-ia/terraform-aws-control_tower_account_factory issue 151), SQS {@code AccessDenied} and its action in small letters
 * (aws/serverless-application-model issue 3633), S3 403 and its resource in quotation marks (aws-ia/terraform-aws-bedrock issue 41,
 * schubergphilis/terraform-aws-mcaf-securityhub-findings-manager pull request 64). SageMaker and Service Quotas are not verified: as
 * DynamoDB, whose protocol they have.
 */
final class Denial {

    private static final String ERROR = "AccessDeniedException";
    private static final String OLD_ERROR = "AccessDenied";
    private static final int FORBIDDEN = 403;

    private final String service;
    private final String user;
    private final Act act;

    /**
     * The denial of an act.
     *
     * @param service its name in the credential scope
     * @param user the ARN of who called
     */
    Denial(String service, String user, Act act) {
        this.service = service;
        this.user = user;
        this.act = act;
    }

    String words() {
        var action = act.action();
        var shown = action.startsWith("sqs:")
                ? action.toLowerCase(Locale.ROOT)
                : action.startsWith("sns:") ? action.replace("sns:", "SNS:") : action;
        var resource = action.startsWith("s3:") ? '"' + act.resource() + '"' : act.resource();
        return "User: " + user + " is not authorized to perform: " + shown + " on resource: " + resource
                + " because no identity-based policy allows the " + shown + " action";
    }

    void write(HttpExchange exchange) throws IOException {
        var type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"));
        var form = ErrorForm.of(service, exchange.getRequestURI().getPath(), type);
        BufferedHandler.write(
                exchange, answer(form, exchange.getResponseHeaders().getFirst("x-amzn-RequestId")));
    }

    private AwsResponse answer(ErrorForm form, String requestId) {
        return switch (form) {
            case JSON -> ErrorAnswer.of(form, AwsFault.of(ERROR, words()), requestId);
            case REST_JSON -> ErrorAnswer.of(form, forbidden(ERROR), requestId);
            case JSON_AFTER_QUERY -> ErrorAnswer.afterQuery(forbidden("com.amazon.coral.service#" + ERROR), OLD_ERROR);
            case QUERY ->
                ErrorAnswer.of(form, forbidden(service.equals("sns") ? "AuthorizationError" : OLD_ERROR), requestId);
            case OBJECTS -> ErrorAnswer.of(form, forbidden(OLD_ERROR), requestId);
        };
    }

    private AwsFault forbidden(String error) {
        return new AwsFault(FORBIDDEN, error, words());
    }
}
