package io.trainyard.local.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The account's default bus, for AWS services that tell of their own changes.
 *
 * <p>When {@code put} returns, the event lies in the queue of every rule that matched. It may lie there twice: AWS
 * delivers at least once, and so does this account, now and then on purpose.
 */
public interface DefaultBus {

    /**
     * Puts one event.
     *
     * @param source {@code aws.sagemaker}
     * @param detailType {@code SageMaker Training Job State Change}
     * @param resources the ARNs that the event is about
     */
    void put(String source, String detailType, ObjectNode detail, List<String> resources);
}
