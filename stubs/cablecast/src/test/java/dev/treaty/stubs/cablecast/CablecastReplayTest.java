package dev.treaty.stubs.cablecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.junit.StubServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** How the replay, the contracts and clients without credentials live together. One after the other, because those have one station. */
@StubServer("cablecast")
@Execution(ExecutionMode.SAME_THREAD)
class CablecastReplayTest {

    private final CablecastClient cablecast;

    CablecastReplayTest(String cablecast) {
        this.cablecast = CablecastClient.withNewStation(cablecast);
    }

    @Test
    void who_reads_without_credentials_sees_the_station_that_was_written_to_last() {
        var id = cablecast.create("/shows", "show", Map.of("title", "Council"));

        var show = cablecast.withoutCredentials().get("/shows/" + id).body().path("show");

        assertThat(show.path("title").asText()).isEqualTo("Council");
    }

    @Test
    void a_contract_answers_for_an_id_that_only_it_names() {
        var recorded = cablecast.get("/vodstatuses/73");

        assertThat(recorded.body().path("vodStatus").path("vodState").asText()).isEqualTo("complete");
        assertThat(cablecast.get("/vodstatuses/75").status()).isEqualTo(404);
    }

    @Test
    void what_is_not_covered_is_an_error_that_says_so() {
        var refused = cablecast.get("/macros");

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.header("Treaty-Not-Covered")).isNotEmpty();
        assertThat(refused.body().path("message").asText()).contains("does not cover");
    }

    @Test
    void a_method_that_a_path_does_not_have_is_405() {
        var refused = cablecast.delete("/vodstatuses/1");

        assertThat(refused)
                .hasToString("405 {\"message\":\"The requested resource does not support http method 'DELETE'.\"}");
        assertThat(refused.header("Allow")).isEqualTo("GET");
    }

    @Test
    void what_shows_may_have_beyond_their_own_fields_comes_with_its_definition() {
        var definition =
                cablecast.create("/fielddefinitions", "fieldDefinition", Map.of("name", "Topic", "type", "tag"));
        cablecast.create("/showfields", "showField", Map.of("fieldDefinition", definition));

        var body = cablecast.get("/showfields").body();

        assertThat(body.path("showFields").findValuesAsText("fieldDefinition")).containsExactly("" + definition);
        assertThat(body.path("fieldDefinitions").findValuesAsText("name")).containsExactly("Topic");
    }

    @Test
    void case_does_not_matter_in_paths() {
        var id = cablecast.create("/shows", "show", Map.of("title", "Council"));

        var show = cablecast.getFromRoot("/CablecastAPI/v1/Shows/" + id);

        assertThat(show.body().path("show").path("title").asText()).isEqualTo("Council");
    }

    @Test
    void the_rules_for_controls_hold_in_any_case() throws IOException, InterruptedException {
        var fromAnotherPage = HttpRequest.newBuilder(URI.create(cablecast.url() + "/__TREATY/vods/1"))
                .header("Origin", "http://elsewhere.example")
                .header("Authorization", cablecast.authorization())
                .POST(HttpRequest.BodyPublishers.ofString("{\"vodState\": \"error\"}"))
                .build();

        var refused = HttpClient.newHttpClient().send(fromAnotherPage, HttpResponse.BodyHandlers.ofString());

        assertThat(refused.statusCode()).isEqualTo(403);
    }

    @Test
    void what_is_only_kept_says_so() {
        var kept = cablecast.post("/livestreams", Map.of("liveStream", Map.of("name", "Channel 1", "channel", 1)));

        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.header("Treaty-Not-Covered")).isEqualTo("behaviour");
    }
}
