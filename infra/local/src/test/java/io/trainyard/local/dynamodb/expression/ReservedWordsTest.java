package io.trainyard.local.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReservedWordsTest {

    @Test
    void knowsTheWholeListInAnyCase() {
        assertThat(ReservedWords.all()).hasSize(573);
        assertThat(ReservedWords.contains("Timestamp")).isTrue();
        assertThat(ReservedWords.contains("zone")).isTrue();
        assertThat(ReservedWords.contains("pk")).isFalse();
    }
}
