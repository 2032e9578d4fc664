package io.trainyard.local.iam;

import io.trainyard.local.front.AwsRequest;
import io.trainyard.wiring.Deployment;
import java.util.List;

/**
 * Reads what a call of one AWS service does, in IAM's words. One operation may be several acts: creating with tags tags too, and
 * handing a role over asks for {@code PassRole}. Source: the Service Authorization Reference, one page per service.
 */
interface Acts {

    /**
     * The acts of a request, at least one.
     *
     * @throws io.trainyard.local.front.AwsFault where its body cannot be read; the service will say so itself
     */
    List<Act> of(AwsRequest request);

    /** The reader for a service, by its name in the credential scope. */
    static Acts of(String signingName, Deployment here, ObjectShelf objects) {
        return switch (signingName) {
            case "dynamodb" -> new TableActs(here);
            case "events" -> new BusActs(here);
            case "lambda" -> new FunctionActs(here);
            case "s3" -> new ObjectActs(objects);
            case "sagemaker" -> new SageMakerActs(here);
            case "scheduler" -> new TimerActs(here);
            case "sns" -> new TopicActs();
            case "sqs" -> new QueueActs(here);
            default ->
                request ->
                        List.of(new Act(signingName + ":" + request.operation().orElse(""), Act.ANY));
        };
    }
}
