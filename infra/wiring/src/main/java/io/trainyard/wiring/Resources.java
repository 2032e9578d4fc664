package io.trainyard.wiring;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which resources each action of a service's {@code may} is for: what starts with our prefix, and no more. */
final class Resources {

    /** Actions that IAM knows no resource for (Service Authorization Reference, one page per service). */
    private static final Set<String> WITHOUT = Set.of(
            "servicequotas:ListServiceQuotas",
            "servicequotas:ListAWSDefaultServiceQuotas",
            "servicequotas:GetAWSDefaultServiceQuota",
            "sagemaker:ListTrainingJobs",
            "sagemaker:ListEndpoints",
            "sagemaker:ListEndpointConfigs",
            "sagemaker:ListModels",
            "sagemaker:ListProcessingJobs",
            "sagemaker:ListTransformJobs",
            "sagemaker:ListHyperParameterTuningJobs",
            "cloudwatch:PutMetricData");

    /** The nouns of SageMaker's actions are the names of its resources: CreateTrainingJob, training-job. */
    private static final Pattern NOUN = Pattern.compile(
            "sagemaker:(?:Create|Describe|Stop|Delete|Update|Invoke)([A-Z][A-Za-z]*?)(?:Async|WeightsAndCapacities)?");

    private static final String CONFIG = "endpoint-config";

    private final ServiceDescription service;
    private final Deployment deployment;
    private final DataPlaces data;

    Resources(ServiceDescription service, Deployment deployment, DataPlaces data) {
        this.service = service;
        this.deployment = deployment;
        this.data = data;
    }

    /** Whether {@code *} is the only resource that a policy can name for it. */
    static boolean isUnscoped(String action) {
        return WITHOUT.contains(action);
    }

    /** The ARNs for an action; none for one that nobody has said the resource of. */
    List<String> of(String action) {
        var kind = kind(action);
        if (kind.isPresent()) {
            // An endpoint is made of its configuration, and IAM asks for both.
            return Set.of("sagemaker:CreateEndpoint", "sagemaker:UpdateEndpoint")
                            .contains(action)
                    ? List.of(ours("endpoint"), ours(CONFIG))
                    : List.of(ours(kind.get()));
        }
        return switch (action) {
            case "sagemaker:AddTags", "sagemaker:ListTags" -> kinds();
            case "s3:ListBucket" -> data.buckets();
            case "s3:GetObject" -> data.objects();
            case "s3:PutObject", "s3:DeleteObject" -> data.own();
            case "sns:Publish" -> List.of(deployment.topicArn(deployment.noticesTopic()));
            case "iam:PassRole" -> List.of(deployment.roleArn("sagemaker"));
            case "lambda:InvokeFunction" -> List.of(deployment.functionArn(deployment.prefix() + "-*"));
            case "sqs:SendMessage", "sqs:GetQueueAttributes" ->
                List.of(deployment.queueArn(deployment.prefix() + "-*"));
            default -> List.of();
        };
    }

    private List<String> kinds() {
        var kinds = new TreeSet<String>(Set.of(CONFIG));
        service.may().stream().map(Resources::kind).flatMap(Optional::stream).forEach(kinds::add);
        return kinds.stream().map(this::ours).toList();
    }

    private String ours(String kind) {
        return deployment.sageMakerArn(kind, deployment.prefix() + "-*");
    }

    private static Optional<String> kind(String action) {
        return Stream.of(NOUN.matcher(action))
                .filter(it -> it.matches())
                .map(it -> it.group(1).replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT))
                .findFirst();
    }
}
