package io.trainyard.system;

import java.util.EnumMap;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A queue that somebody deletes and somebody makes again: until then no rule can deliver to it. */
final class MissingQueue {

    private final Aws aws;
    private final String name;
    private final Map<QueueAttributeName, String> attributes = new EnumMap<>(QueueAttributeName.class);

    MissingQueue(Aws aws, String name) {
        this.aws = aws;
        this.name = name;
        String url = aws.queues().getQueueUrl(get -> get.queueName(name)).queueUrl();
        attributes.putAll(aws.queues()
                .getQueueAttributes(get -> get.queueUrl(url)
                        .attributeNames(QueueAttributeName.VISIBILITY_TIMEOUT, QueueAttributeName.REDRIVE_POLICY))
                .attributes());
        aws.queues().deleteQueue(delete -> delete.queueUrl(url));
    }

    void mend() {
        aws.queues().createQueue(create -> create.queueName(name).attributes(attributes));
    }
}
