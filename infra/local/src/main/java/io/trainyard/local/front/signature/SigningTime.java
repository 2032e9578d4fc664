package io.trainyard.local.front.signature;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/** When a request was signed, and whether that is near enough to now. */
final class SigningTime {

    private static final Duration SKEW = Duration.ofMinutes(15);
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
                : skewed(parsed.get(), now);
    }

    private static Optional<Breach> skewed(Instant signed, Instant now) {
        var details = Map.of(
                "RequestTime", BASIC.format(signed),
                "ServerTime", now.toString(),
                "MaxAllowedSkewMilliseconds", Long.toString(SKEW.toMillis()));
        if (signed.isBefore(now.minus(SKEW))) {
            return Optional.of(new Breach(
                    Breach.Kind.SKEWED,
                    "Signature expired: " + BASIC.format(signed) + " is now earlier than "
                            + BASIC.format(now.minus(SKEW)) + " (" + BASIC.format(now) + " - 15 min.)",
                    details));
        }
        if (signed.isAfter(now.plus(SKEW))) {
            return Optional.of(new Breach(
                    Breach.Kind.SKEWED,
                    "Signature not yet current: " + BASIC.format(signed) + " is still later than "
                            + BASIC.format(now.plus(SKEW)) + " (" + BASIC.format(now) + " + 15 min.)",
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
        return signed.isAfter(now.plus(SKEW))
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
