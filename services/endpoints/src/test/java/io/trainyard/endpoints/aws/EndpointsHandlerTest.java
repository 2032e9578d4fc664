package io.trainyard.endpoints.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.trainyard.endpoints.domain.EndpointSettings;
import io.trainyard.events.json.UnreadableEvent;
import io.trainyard.lambda.Message;
import io.trainyard.lambda.MessageHandler;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EndpointsHandlerTest {

    @Inject
    MessageHandler handler;

    @Inject
    EndpointsConfig config;

    @Test
    void settingsHaveTheDocumentedDefaults() {
        assertThat(config.settings()).isEqualTo(EndpointSettings.defaults());
    }

    @Test
    void aMessageOfAnotherShapeIsUnreadable() {
        assertThatThrownBy(() -> handler.handle(Message.read("{\"retire\": {\"jobId\": \"a\"}}")))
                .isInstanceOf(UnreadableEvent.class);
        assertThatThrownBy(() -> handler.handle(Message.read("{\"other\": 1}"))).isInstanceOf(UnreadableEvent.class);
    }
}
