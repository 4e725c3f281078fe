package dev.treaty.provider.service.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fetches a JSON Web Key Set (RFC 7517, section 5) by HTTP. */
public final class KeySetClient implements KeySetSource {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int LARGEST_SET = 64 << 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final HttpRequest request;

    /** @param address e.g. {@code http://auth.internal:8081/.well-known/jwks.json} */
    public KeySetClient(URI address) {
        request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
    }

    /** Whether the address responds with a key set now. */
    public boolean responds() {
        return fetch().isPresent();
    }

    @Override
    public Optional<List<PublishedKey>> fetch() {
        try {
            var response = client.send(request, BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                return response.statusCode() == 200
                        ? Optional.of(keys(JSON.readTree(body.readNBytes(LARGEST_SET))))
                        : Optional.empty();
            }
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
