package io.trainyard.local.front;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialScopeTest {

    @Test
    void readsTheAuthorizationHeader() {
        var header = "AWS4-HMAC-SHA256 Credential=AKIA1/20260101/eu-west-1/dynamodb/aws4_request,"
                + " SignedHeaders=host;x-amz-date, Signature=abc";

        assertThat(CredentialScope.of(header, ""))
                .contains(new CredentialScope("AKIA1", "20260101", "eu-west-1", "dynamodb"));
    }

    @Test
    void readsAPresignedUrl() {
        var query =
                "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIA1%2F20260101%2Feu-west-1%2Fs3%2Faws4_request&x=y";

        assertThat(CredentialScope.of("", query)).map(CredentialScope::service).contains("s3");
    }

    @Test
    void takesAnOldPresignedUrlAsOneOfS3() {
        assertThat(CredentialScope.of("", "AWSAccessKeyId=AKIA1&Signature=abc%3D&Expires=1"))
                .contains(new CredentialScope("AKIA1", "", "", "s3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer abc",
                "AWS4-HMAC-SHA256 Signature=abc",
                "AWS4-HMAC-SHA256 Credential=AKIA1/20260101/eu-west-1/dynamodb, Signature=x",
                "AWS4-HMAC-SHA256 Credential=AKIA1/20260101/eu-west-1/dynamodb/aws5_request"
            })
    void findsNoScopeWhereThereIsNone(String header) {
        assertThat(CredentialScope.of(header, "a=b")).isEmpty();
    }
}
