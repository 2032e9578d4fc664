package io.trainyard.notices.aws;

import io.trainyard.events.json.EventCodec;
import io.trainyard.events.json.UnreadableEvent;
import io.trainyard.lambda.Deployment;
import io.trainyard.lambda.DeploymentConfig;
import io.trainyard.lambda.Message;
import io.trainyard.lambda.MessageHandler;
import io.trainyard.lambda.Owners;
import io.trainyard.notices.app.Notices;
import io.trainyard.notices.app.Topic;
import io.trainyard.notices.domain.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.util.function.Supplier;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** Puts notices together. */
@ApplicationScoped
class NoticesParts {

    @Produces
    @ApplicationScoped
    Topic topic(Deployment deployment) {
        SnsClient sns = SnsClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        return new SnsTopic(sns, deployment.topicArn());
    }

    @Produces
    @ApplicationScoped
    MessageHandler messages(
            DynamoDbClient dynamo,
            Topic topic,
            DeploymentConfig deployment,
            NoticesConfig config,
            Clock clock,
            @Owners Supplier<String> owners) {
        var claims = new DynamoClaims(dynamo, new Deployment(deployment).table("claims"));
        var notices = new Notices(claims, topic, new Wording(config.runbooks()), clock, deployment.lease(), owners);
        return message -> hear(notices, message);
    }

    private static void hear(Notices notices, Message message) {
        switch (message) {
            case Message.Heard heard ->
                notices.hear(EventCodec.read(
                        heard.event().detailType(), heard.event().detail()));
            case Message.Own own -> throw new UnreadableEvent("notices sends no messages to itself");
        }
    }
}
