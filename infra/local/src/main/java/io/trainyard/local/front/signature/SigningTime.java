package io.trainyard.local.front.signature;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** When a request was signed, and whether that is near enough to now. */
final class SigningTime {

    /** SNS, SQS and STS say "15 min.": aws/aws-sdk-js issue 265, aws/aws-sdk-go issue 487, aws/aws-cli issue 6676; so does S3. */
    private static final Duration OLDER = Duration.ofMinutes(15);

    private static final Set<String> OLDER_SERVICES = Set.of("s3", "sns", "sqs", "sts", "iam");

    /** DynamoDB and Lambda say "5 min.": hassy/artillery-dino issue 2, aws/aws-cli issue 4600; as do ECS, SSM and Secrets Manager. */
    private static final Duration NEWER = Duration.ofMinutes(5);

    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private SigningTime() {}

    static Optional<Breach> breach(Authorization authorization, Instant now) {
        var parsed = parse(authorization.time());
        if (parsed.isEmpty()) {
            return Optional.of(Breach.of(
                    Breach.Kind.INCOMPLETE,
                    "Date must be in ISO-8601 'basic format'. Got '" + authorization.time()
                            + "'. See http://en.wikipedia.org/wiki/ISO_8601"));
        }
        var day = BASIC.format(parsed.get()).substring(0, 8);
        if (!day.equals(authorization.scope().date())) {
            return Optional.of(Breach.of(
                    Breach.Kind.WRONG_SIGNATURE,
                    "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '"
                            + authorization.scope().date() + "' != '" + day + "', from '" + authorization.time()
                            + "'."));
        }
        return authorization.isPresigned()
                ? outlived(parsed.get(), authorization.lifetime().orElse(0L), now)
                : skewed(parsed.get(), now, skew(authorization.scope().service()));
    }

    private static Duration skew(String service) {
        return OLDER_SERVICES.contains(service) ? OLDER : NEWER;
    }

    private static Optional<Breach> skewed(Instant signed, Instant now, Duration skew) {
        var details = Map.of(
                "RequestTime", BASIC.format(signed),
                "ServerTime", now.toString(),
                "MaxAllowedSkewMilliseconds", Long.toString(skew.toMillis()));
        if (signed.isBefore(now.minus(skew))) {
            return Optional.of(new Breach(
                    Breach.Kind.SKEWED,
                    "Signature expired: " + BASIC.format(signed) + " is now earlier than "
                            + BASIC.format(now.minus(skew)) + " (" + BASIC.format(now) + " - " + skew.toMinutes()
                            + " min.)",
                    details));
        }
        if (signed.isAfter(now.plus(skew))) {
            return Optional.of(new Breach(
                    Breach.Kind.SKEWED,
                    "Signature not yet current: " + BASIC.format(signed) + " is still later than "
                            + BASIC.format(now.plus(skew)) + " (" + BASIC.format(now) + " + " + skew.toMinutes()
                            + " min.)",
                    details));
        }
        return Optional.empty();
    }

    private static Optional<Breach> outlived(Instant signed, long lifetime, Instant now) {
        var end = signed.plusSeconds(lifetime);
        if (end.isBefore(now)) {
            return Optional.of(new Breach(
                    Breach.Kind.EXPIRED,
                    "Request has expired",
                    Map.of(
                            "X-Amz-Expires", Long.toString(lifetime),
                            "Expires", end.toString(),
                            "ServerTime", now.toString())));
        }
        return signed.isAfter(now.plus(OLDER))
                ? Optional.of(Breach.of(Breach.Kind.EXPIRED, "Request is not valid yet"))
                : Optional.empty();
    }

    private static Optional<Instant> parse(String time) {
        try {
            return Optional.of(LocalDateTime.parse(time, BASIC).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
