package io.trainyard.wiring;

import java.util.List;
import java.util.Optional;

/**
 * What one {@code service.yaml} says.
 *
 * @param name the service's name, which is its folder's name: {@code training}
 * @param hears its rules, in the order of the file
 * @param says the names of the events it says
 * @param state the tables that it owns
 * @param reads tables of other services that it may read
 * @param timers whether it sets timers for itself
 * @param may IAM actions beyond what the other keys imply: {@code sagemaker:CreateTrainingJob}
 * @param queue how its queue behaves; empty for a service that is called over HTTP
 * @param drains whether it takes in every service's dead letters: then it is fed from their queues, and may send to the queues before them
 *     and ask their functions
 * @param function memory and timeout of its function
 * @param routes what it answers over HTTP; empty for a service that reads a queue
 */
public record ServiceDescription(
        String name,
        List<Rule> hears,
        List<String> says,
        List<Table> state,
        List<TableReference> reads,
        boolean timers,
        List<String> may,
        Optional<QueueSettings> queue,
        boolean drains,
        FunctionSettings function,
        List<HttpRoute> routes) {

    public ServiceDescription {
        hears = List.copyOf(hears);
        says = List.copyOf(says);
        state = List.copyOf(state);
        reads = List.copyOf(reads);
        may = List.copyOf(may);
        routes = List.copyOf(routes);
    }
}
