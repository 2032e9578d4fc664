package io.trainyard.local.iam;

import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.front.FormQuery;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** SNS, whose requests are forms. */
final class TopicActs implements Acts {

    @Override
    public List<Act> of(AwsRequest request) {
        var form = FormQuery.parse(new String(request.body(), StandardCharsets.UTF_8));
        var operation = form.getOrDefault("Action", "").replaceFirst("^PublishBatch$", "Publish");
        return List.of(new Act("sns:" + operation, form.getOrDefault("TopicArn", Act.ANY)));
    }
}
