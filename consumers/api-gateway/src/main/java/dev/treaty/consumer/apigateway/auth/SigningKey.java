package dev.treaty.consumer.apigateway.auth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A public RSA key that verifies the signatures of access tokens (RFC 7517, section 4; RFC 7518, section 6.3.1).
 *
 * @param kid the key's id, which a token's header names
 * @param kty {@code RSA}
 * @param alg the signature algorithm, e.g. {@code RS256}
 * @param n the modulus, unsigned, most significant byte first, in base64url without padding
 * @param e the exponent, likewise
 */
public record SigningKey(String kid, String kty, String alg, String n, String e) {

    /** Empty for a key of another kind or for another use, or if a needed value is missing. */
    static Optional<SigningKey> of(JsonNode key) {
        var isForSigning = key.path("use").asText("sig").equals("sig");
        var isRsa = key.path("kty").asText().equals("RSA");
        var isComplete = Stream.of("kid", "alg", "n", "e").map(key::path).allMatch(JsonNode::isTextual);
        return isForSigning && isRsa && isComplete
                ? Optional.of(new SigningKey(
                        key.path("kid").textValue(),
                        key.path("kty").textValue(),
                        key.path("alg").textValue(),
                        key.path("n").textValue(),
                        key.path("e").textValue()))
                : Optional.empty();
    }
}
