package io.trainyard.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/** Tokens as the account gives them, and each with one thing wrong. Whoever can read the account's home can sign what its pool would never. */
final class Tokens {

    private final Jobs jobs;
    private final RsaJsonWebKey key;

    Tokens(Deployment deployment) {
        this.jobs = deployment.jobs();
        this.key = key(deployment.home().resolve("user-pool.json"));
    }

    String of(String role) {
        return jobs.token(role);
    }

    /** Of a person whom no test has asked for a job as. */
    String ofSomebodyElse(String role) {
        return changed(role, claims -> claims.setSubject("somebody-else"));
    }

    String expired(String role) {
        var before = NumericDate.fromSeconds(NumericDate.now().getValue() - 60);
        return changed(role, claims -> claims.setExpirationTime(before));
    }

    String forAnotherClient(String role) {
        return changed(role, claims -> claims.setAudience("another-client"));
    }

    String ofAnotherPool(String role) {
        return changed(
                role, claims -> claims.setIssuer("https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_another"));
    }

    /** By a key of somebody's own, under the name of the pool's. */
    String forged(String role) {
        try {
            var own = RsaJwkGenerator.generateJwk(2048);
            own.setKeyId(key.getKeyId());
            return signed(claims(role), own);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By nobody: the algorithm {@code none}. */
    String unsigned(String role) {
        var parts = of(role).split("\\.");
        var header = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes());
        return header + "." + parts[1] + ".";
    }

    /** With another role put into it. */
    String tampered(String role) {
        var parts = of(role).split("\\.");
        var payload = new String(Base64.getUrlDecoder().decode(parts[1]));
        var other = payload.replace("\"" + role + "\"", "\"operate\",\"submit\",\"infer\"");
        return parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(other.getBytes()) + "."
                + parts[2];
    }

    List<String> groups(String token) {
        try {
            return read(token).getStringListClaimValue("cognito:groups");
        } catch (MalformedClaimException e) {
            throw new IllegalStateException(e);
        }
    }

    private String changed(String role, Consumer<JwtClaims> change) {
        var claims = claims(role);
        change.accept(claims);
        return signed(claims, key);
    }

    private JwtClaims claims(String role) {
        return read(of(role));
    }

    private static JwtClaims read(String token) {
        try {
            return new JwtConsumerBuilder()
                    .setSkipAllValidators()
                    .setSkipSignatureVerification()
                    .build()
                    .processToClaims(token);
        } catch (InvalidJwtException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(JwtClaims claims, RsaJsonWebKey key) {
        try {
            var signature = new JsonWebSignature();
            signature.setPayload(claims.toJson());
            signature.setKey(key.getPrivateKey());
            signature.setKeyIdHeaderValue(key.getKeyId());
            signature.setAlgorithmHeaderValue("RS256");
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RsaJsonWebKey key(Path file) {
        try {
            return (RsaJsonWebKey) JsonWebKey.Factory.newJwk(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
