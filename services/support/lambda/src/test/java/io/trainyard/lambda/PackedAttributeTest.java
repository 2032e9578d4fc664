package io.trainyard.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class PackedAttributeTest {

    @Test
    void holdsAText() {
        assertThat(PackedAttribute.text(PackedAttribute.of("{\"jobId\":\"j1\"}")))
                .isEqualTo("{\"jobId\":\"j1\"}");
    }

    @Test
    void saysWhatToDoAboutARowOfBefore() {
        assertThatThrownBy(() -> PackedAttribute.text(AttributeValue.fromS("{}")))
                .hasMessageContaining("./trainyard reset");
        assertThatThrownBy(() -> PackedAttribute.text(null)).hasMessageContaining("./trainyard reset");
    }
}
