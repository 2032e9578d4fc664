package io.trainyard.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.front.JsonProtocol;
import io.trainyard.wiring.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** SageMaker's control plane, whose operations name what they are about, and its runtime. */
final class SageMakerActs implements Acts {

    private static final String SERVICE = "sagemaker:";
    private static final Pattern NOUN = Pattern.compile("(?:Create|Describe|Stop|Delete|Update)([A-Z]\\w+)");
    private static final Pattern INVOKE = Pattern.compile("/endpoints/([^/]+)/invocations");

    private final Deployment here;

    SageMakerActs(Deployment here) {
        this.here = here;
    }

    @Override
    public List<Act> of(AwsRequest request) {
        var invoked = INVOKE.matcher(request.path());
        return invoked.matches()
                ? List.of(new Act(SERVICE + "InvokeEndpoint", here.sageMakerArn("endpoint", invoked.group(1))))
                : ofControl(request.operation().orElse(""), JsonProtocol.body(request));
    }

    private List<Act> ofControl(String operation, JsonNode input) {
        var acts = new ArrayList<Act>();
        var about = about(operation, input);
        about.forEach(arn -> acts.add(new Act(SERVICE + operation, arn)));
        if (operation.startsWith("Create") && !input.path("Tags").isEmpty()) {
            acts.add(new Act(SERVICE + "AddTags", about.getFirst()));
        }
        for (var role : List.of("RoleArn", "ExecutionRoleArn")) {
            if (input.path(role).isTextual()) {
                acts.add(PassedRole.of(input.path(role).asText(), "sagemaker"));
            }
        }
        return acts;
    }

    private List<String> about(String operation, JsonNode input) {
        if (input.path("ResourceArn").isTextual()) {
            return List.of(input.path("ResourceArn").asText());
        }
        var noun = NOUN.matcher(operation);
        if (!noun.matches()) {
            return List.of(Act.ANY);
        }
        var named = Stream.of(arn(noun.group(1), input));
        // An endpoint is made of its configuration, and IAM asks for both.
        var made = operation.equals("CreateEndpoint") || operation.equals("UpdateEndpoint");
        return Stream.concat(named, made ? Stream.of(arn("EndpointConfig", input)) : Stream.of())
                .toList();
    }

    /** TrainingJob: training-job/, and what the input calls its TrainingJobName. */
    private String arn(String noun, JsonNode input) {
        var kind = noun.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
        return here.sageMakerArn(kind, input.path(noun + "Name").asText(""));
    }
}
