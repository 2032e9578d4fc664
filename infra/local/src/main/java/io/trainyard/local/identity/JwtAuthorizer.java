package io.trainyard.local.identity;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * API Gateway's JWT authorizer: whether a token was signed by the pool, for us, and is still valid. What its bearer may do, it does not
 * know (API Gateway Developer Guide, "Control access to HTTP APIs with JWT authorizers": signature, {@code iss}, {@code aud} or else
 * {@code client_id}, {@code exp}, {@code nbf}, {@code iat}; RSA only).
 */
public final class JwtAuthorizer {

    private static final String BEARER = "Bearer ";

    private final UserPool pool;
    private final InstantSource clock;

    public JwtAuthorizer(UserPool pool, InstantSource clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * The claims of the token as a function gets them, each as text; empty where there is no valid one.
     *
     * @param header the {@code Authorization} header, with or without the word Bearer
     */
    public Optional<Map<String, String>> claims(Optional<String> header) {
        return header.map(text -> text.regionMatches(true, 0, BEARER, 0, BEARER.length())
                        ? text.substring(BEARER.length()).strip()
                        : text.strip())
                .flatMap(this::verified)
                .map(JwtAuthorizer::asText);
    }

    private Optional<JwtClaims> verified(String token) {
        var consumer = new JwtConsumerBuilder()
                .setExpectedIssuer(pool.issuer())
                .setSkipDefaultAudienceValidation()
                .setRequireExpirationTime()
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .setVerificationKey(pool.key().getPublicKey())
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .build();
        try {
            return Optional.of(consumer.processToClaims(token)).filter(this::isForUs);
        } catch (InvalidJwtException e) {
            return Optional.empty();
        }
    }

    private boolean isForUs(JwtClaims claims) {
        try {
            return claims.hasAudience()
                    ? claims.getAudience().contains(pool.audience())
                    : pool.audience().equals(claims.getStringClaimValue("client_id"));
        } catch (MalformedClaimException e) {
            return false;
        }
    }

    /** A list becomes {@code [a b]}. */
    private static Map<String, String> asText(JwtClaims claims) {
        var texts = new TreeMap<String, String>();
        claims.getClaimsMap().forEach((name, value) -> texts.put(name, text(value)));
        return texts;
    }

    private static String text(Object value) {
        return value instanceof Iterable<?> many
                ? StreamSupport.stream(many.spliterator(), false)
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ", "[", "]"))
                : String.valueOf(value);
    }
}
