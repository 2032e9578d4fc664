package io.trainyard.local.front.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** AWS's published example of a signature ("get-vanilla" of its SigV4 test suite). */
class SignaturesTest {

    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final String SIGNATURE = "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31";

    @Test
    void findsWhatAwsPublished() {
        assertThat(check(SIGNATURE, "20150830", "2015-08-30T12:36:01Z")).isEmpty();
    }

    @Test
    void tellsWhatItWouldHaveSigned() {
        var breach = check(SIGNATURE.replace('5', '6'), "20150830", "2015-08-30T12:36:01Z")
                .orElseThrow();

        assertThat(breach.kind()).isEqualTo(Breach.Kind.WRONG_SIGNATURE);
        assertThat(breach.details().get("StringToSign"))
                .startsWith("AWS4-HMAC-SHA256\n20150830T123600Z\n20150830/us-east-1/service/aws4_request\n");
    }

    @Test
    void wantsTheScopeToBeOfTheDay() {
        assertThat(check(SIGNATURE, "20150829", "2015-08-30T12:36:01Z"))
                .map(Breach::message)
                .contains("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP:"
                        + " '20150829' != '20150830', from '20150830T123600Z'.");
    }

    @Test
    void wordsTheSkewAsAwsDoes() {
        assertThat(check(SIGNATURE, "20150830", "2015-08-30T13:00:00Z"))
                .map(Breach::message)
                .contains("Signature expired: 20150830T123600Z is now earlier than 20150830T125500Z"
                        + " (20150830T130000Z - 5 min.)");
    }

    /** The skew is looked at first: a caller with a wrong clock is not told that its key is unknown. */
    @Test
    void looksAtTheTimeBeforeTheKey() {
        assertThat(check(SIGNATURE, "20150830", "2015-08-30T13:00:00Z", "AKIDSTRANGER"))
                .map(Breach::kind)
                .contains(Breach.Kind.SKEWED);
        assertThat(check(SIGNATURE, "20150830", "2015-08-30T12:36:01Z", "AKIDSTRANGER"))
                .map(Breach::kind)
                .contains(Breach.Kind.UNKNOWN_KEY);
    }

    private static Optional<Breach> check(String signature, String day, String now) {
        return check(signature, day, now, "AKIDEXAMPLE");
    }

    private static Optional<Breach> check(String signature, String day, String now, String key) {
        var headers = new Headers();
        headers.add("Host", "example.amazonaws.com");
        headers.add("X-Amz-Date", "20150830T123600Z");
        headers.add(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=" + key + "/" + day
                        + "/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=" + signature);
        var head = new Head("GET", "/", "", headers);
        var signatures = new Signatures(
                id -> id.equals("AKIDEXAMPLE") ? Optional.of(SECRET) : Optional.empty(),
                InstantSource.fixed(Instant.parse(now)));
        var authorization = Authorization.of(head);
        return signatures
                .beforeTheBody(head, authorization)
                .or(() -> signatures.signature(head, authorization.orElseThrow(), Digests.sha256(new byte[0])));
    }
}
