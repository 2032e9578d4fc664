package io.trainyard.local.door;

import io.trainyard.local.apimodel.ApiModel;
import io.trainyard.local.front.FrontHandler;
import java.util.Map;
import java.util.Set;

/** The doors of the services that are checked here. SageMaker's control plane and DynamoDB have doors of their own. */
public final class Doors {

    /** SageMaker's runtime signs as SageMaker and is told apart by its paths. */
    public static final Set<String> RUNTIME_OPERATIONS = Set.of("InvokeEndpoint");

    private static final String RUNTIME_PATH = "/endpoints/";
    private static final Map<String, String> MODELS = Map.of(
            "events", "events-2015-10-07-model.json",
            "servicequotas", "service-quotas-2019-06-24-model.json",
            "scheduler", "scheduler-2021-06-30-model.json",
            "sns", "sns-2010-03-31-model.json",
            "sqs", "sqs-2012-11-05-model.json");

    private Doors() {}

    /**
     * The service behind its door, if this account checks it here.
     *
     * @param operations those that the service has
     */
    public static FrontHandler before(String signingName, Set<String> operations, FrontHandler service) {
        if (signingName.equals("sagemaker")) {
            var model = ApiModel.read("runtime.sagemaker-2017-05-13-model.json");
            var runtime = new ModelledDoor(signingName, model, RUNTIME_OPERATIONS, service);
            return (exchange, principal) -> {
                var called = exchange.getRequestURI().getPath().startsWith(RUNTIME_PATH) ? runtime : service;
                called.answer(exchange, principal);
            };
        }
        var model = MODELS.get(signingName);
        return model == null ? service : new ModelledDoor(signingName, ApiModel.read(model), operations, service);
    }
}
