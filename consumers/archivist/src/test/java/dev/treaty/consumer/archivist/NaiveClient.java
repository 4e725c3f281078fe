package dev.treaty.consumer.archivist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** A client of Cablecast written from memory, as seen in the wild; each method has one bug. */
final class NaiveClient {

    private static final String SHOW =
            "{\"title\":\"Council\",\"cgTitle\":\"Council\",\"cgExempt\":false,\"comments\":\"\",\"location\":1,\"customFields\":[]}";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final String api;

    NaiveClient(String server) {
        this.api = server + "/cablecastapi/v1";
    }

    /** Bug: the show is not wrapped. */
    void postShowUnwrapped() throws IOException, InterruptedException {
        post("/shows", SHOW);
    }

    /** Bug: the id is read from the top level, not from the show. */
    int idOfNewShow() throws IOException, InterruptedException {
        var id = post("/shows", "{\"show\":%s}".formatted(SHOW)).get("id");
        if (id == null) {
            throw new IllegalStateException("the new show has no id");
        }
        return id.asInt();
    }

    /** Bug: Cablecast has {@code page_size}, not {@code limit}. */
    void searchWithLimit() throws IOException, InterruptedException {
        get("/shows?search=council&offset=0&limit=2");
    }

    /** Bug: the state is called "complete". */
    void waitUntilCompleted(int vod) throws IOException, InterruptedException {
        var state = "";
        for (var question = 1; question <= 3; question++) {
            state = get("/vodstatuses/" + vod).at("/vodStatus/vodState").asText();
            if (state.equals("completed")) {
                return;
            }
        }
        throw new IllegalStateException("still not completed, but " + state);
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(api + path)));
    }

    private JsonNode post(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(api + path))
                .header("Authorization", ArchivistFixture.AUTHORIZATION)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var accepting = request.header("Accept", "application/json")
                .timeout(ArchivistFixture.TIME_OUTS.response())
                .build();
        return json.readTree(http.send(accepting, BodyHandlers.ofString()).body());
    }
}
