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
 * @param keys those that can be used; a set may have others, which are skipped
 * @param document the whole set as received, for a library that understands more: {@code JWKSet.parse(document.toString())}
 */
public record KeySet(List<SigningKey> keys, ObjectNode document) {

    /** Copies the keys and the document. */
    public KeySet {
        keys = List.copyOf(keys);
        document = document.deepCopy();
    }

    /** Returns a copy; changing it does not change the set. */
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
