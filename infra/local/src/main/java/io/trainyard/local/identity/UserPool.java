package io.trainyard.local.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.trainyard.local.home.SecretFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Signs tokens as Cognito's user pool does. Its key is kept in a file that only its owner may read. */
public final class UserPool {

    /** The roles that there are, which are groups of the pool. */
    public static final List<String> ROLES = List.of("submit", "infer", "operate");

    static final String GROUPS = "cognito:groups";
    private static final int BITS = 2048;

    private final String issuer;
    private final String audience;
    private final RsaJsonWebKey key;
    private final InstantSource clock;

    /**
     * The pool of a deployment.
     *
     * @param file where its key is kept; made at the first start
     * @param prefix {@code ty-<env>}
     * @param clock the machine's own: callers' tokens expire by theirs
     */
    public UserPool(Path file, String region, String prefix, InstantSource clock) {
        this.issuer = "https://cognito-idp." + region + ".amazonaws.com/" + region + "_" + prefix;
        this.audience = prefix + "-people";
        this.key = key(file);
        this.clock = clock;
    }

    public String issuer() {
        return issuer;
    }

    /** The client that tokens are made for. */
    public String audience() {
        return audience;
    }

    /** The half of the key that everybody may know. */
    RsaJsonWebKey key() {
        return key;
    }

    /** A token of somebody who is in these groups. */
    public String token(String subject, List<String> groups, Duration lifetime) {
        var now = clock.instant();
        var claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        claims.setSubject(subject);
        claims.setIssuedAt(date(now));
        claims.setExpirationTime(date(now.plus(lifetime)));
        claims.setGeneratedJwtId();
        claims.setStringListClaim(GROUPS, groups);
        claims.setStringClaim("token_use", "id");
        return signed(claims, key);
    }

    static String signed(JwtClaims claims, RsaJsonWebKey key) {
        try {
            var signature = new JsonWebSignature();
            signature.setPayload(claims.toJson());
            signature.setKey(key.getPrivateKey());
            signature.setKeyIdHeaderValue(key.getKeyId());
            signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a token could not be signed", e);
        }
    }

    private static NumericDate date(Instant instant) {
        return NumericDate.fromSeconds(instant.getEpochSecond());
    }

    private static RsaJsonWebKey key(Path file) {
        try {
            if (Files.exists(file)) {
                return (RsaJsonWebKey) JsonWebKey.Factory.newJwk(Files.readString(file));
            }
            var key = RsaJwkGenerator.generateJwk(BITS);
            key.setKeyId(Integer.toHexString(key.getPublicKey().hashCode()));
            SecretFile.write(
                    file, key.toJson(OutputControlLevel.INCLUDE_PRIVATE).getBytes(UTF_8));
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the key of the user pool in " + file, e);
        } catch (JoseException e) {
            throw new IllegalStateException(file + " does not hold the key of a user pool; remove it", e);
        }
    }
}
