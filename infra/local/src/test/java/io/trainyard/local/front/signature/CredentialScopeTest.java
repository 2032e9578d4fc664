package io.trainyard.local.front.signature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialScopeTest {

    @Test
    void readsFiveParts() {
        assertThat(CredentialScope.parse("AKIA1/20260101/eu-west-1/dynamodb/aws4_request"))
                .contains(new CredentialScope("AKIA1", "20260101", "eu-west-1", "dynamodb"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AKIA1",
                "AKIA1/20260101/eu-west-1/dynamodb",
                "AKIA1/20260101/eu-west-1/dynamodb/aws5_request",
                "AKIA1/20260101/eu-west-1/dynamodb/aws4_request/more"
            })
    void findsNoScopeWhereThereIsNone(String credential) {
        assertThat(CredentialScope.parse(credential)).isEmpty();
    }
}
