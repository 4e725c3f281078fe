package dev.treaty.provider.service.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.provider.service.calls.TimedHttpClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fetches a JSON Web Key Set (RFC 7517, section 5) by HTTP. */
public final class KeySetClient implements KeySetSource {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int LARGEST_SET = 64 << 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TimedHttpClient client;
    private final URI address;

    /** @param address e.g. {@code http://auth.internal:8081/.well-known/jwks.json} */
    public KeySetClient(URI address) {
        this(address, PATIENCE);
    }

    KeySetClient(URI address, Duration patience) {
        this.address = address;
        this.client = new TimedHttpClient(patience);
    }

    /** Whether the address responds with a key set now. */
    public boolean responds() {
        return fetch().isPresent();
    }

    @Override
    public Optional<List<PublishedKey>> fetch() {
        try {
            var set = client.body(address, LARGEST_SET);
            return set.isPresent() ? Optional.of(keys(JSON.readTree(set.get()))) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static List<PublishedKey> keys(JsonNode set) throws IOException {
        if (!set.path("keys").isArray()) {
            throw new IOException("the response is not a key set");
        }
        var keys = new ArrayList<PublishedKey>();
        for (var key : set.path("keys")) {
            if (key.path("kty").asText().equals("RSA")) {
                keys.add(new PublishedKey(
                        key.path("kid").asText(),
                        key.path("n").asText(),
                        key.path("e").asText()));
            }
        }
        return List.copyOf(keys);
    }
}
