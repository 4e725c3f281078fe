package dev.treaty.consumer.apigateway.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.consumer.apigateway.http.Json;
import dev.treaty.consumer.apigateway.http.UnreadableResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The public keys of auth-service (RFC 7517, section 5).
 *
 * @param keys those that can be made use of; a set may have others, which are to be passed over
 * @param document the whole set as it came, for a library that understands more: {@code JWKSet.parse(document.toString())}
 */
public record KeySet(List<SigningKey> keys, ObjectNode document) {

    /** Copies the keys and the document. */
    public KeySet {
        keys = List.copyOf(keys);
        document = document.deepCopy();
    }

    /** A copy: what is done to it is not done to the set. */
    @Override
    public ObjectNode document() {
        return document.deepCopy();
    }

    static KeySet of(byte[] body) throws UnreadableResponse {
        var document = Json.object(body)
                .filter(set -> set.path("keys").isArray())
                .orElseThrow(() -> new UnreadableResponse("the body has no list at $.keys"));
        var keys = StreamSupport.stream(document.path("keys").spliterator(), false)
                .map(SigningKey::of)
                .flatMap(Optional::stream)
                .toList();
        return new KeySet(keys, document);
    }
}
