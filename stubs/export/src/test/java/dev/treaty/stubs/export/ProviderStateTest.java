package dev.treaty.stubs.export;

import static dev.treaty.stubs.export.ContractText.file;
import static dev.treaty.stubs.export.ContractText.interaction;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.export.draft.Deviation;
import dev.treaty.stubs.export.overlap.Overlaps;
import dev.treaty.stubs.export.overlap.RankedInteraction;
import dev.treaty.stubs.http.ReplayServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When several interactions accept a request, stock WireMock responds with the same one as the stub server. */
class ProviderStateTest {

    private static final String GET = "{\"method\": \"GET\", \"path\": \"/a\"}";

    @TempDir
    Path folder;

    @Test
    void the_same_interaction_responds_as_in_the_stub_server() {
        var requests = List.of(
                RawRequest.get("/a"),
                RawRequest.get("/a", "X-Kind: json"),
                RawRequest.get("/a", "X-Kind: xml"),
                asked("/a", "there is none"),
                asked("/a", "there is one"),
                asked("/a", "there is one {\"id\":\"x\"}"),
                asked("/a", "there is one {\"size\":2}"),
                asked("/a", "there is one {\"id\":\"x\",\"size\":2}"),
                asked("/a", "there is one").with("X-Kind: json"),
                asked("/a", "there is none").with("X-Kind: json"),
                RawRequest.get("/b"));
        try (var stub = ReplayServer.builder()
                        .pacts(List.of(contract()))
                        .listen("provider", 0)
                        .start();
                var wireMock = StockWireMock.of(folder, contract())) {
            for (var request : requests) {
                assertThat(wireMock.send(request).text())
                        .as(request.toString())
                        .isEqualTo(request.send(stub.url("provider").getPort()).text());
            }
        }
    }

    @Test
    void what_the_header_cannot_express_is_reported() {
        try (var stub = ReplayServer.builder()
                        .pacts(List.of(contract()))
                        .listen("provider", 0)
                        .start();
                var wireMock = StockWireMock.of(folder, contract())) {
            var port = stub.url("provider").getPort();
            var unknown = asked("/a", "there are many");
            var spelled = asked("/a", "there is one { \"size\": 2, \"id\": \"x\" }");
            var several = asked("/a", "there is one").with("Pact-Provider-State: there are many");

            assertThat(unknown.send(port).status()).isEqualTo(404);
            assertThat(wireMock.send(unknown).text()).isEqualTo("none");
            assertThat(spelled.send(port).text()).isEqualTo("one");
            assertThat(wireMock.send(spelled).text()).isNotEqualTo("one");
            assertThat(several.send(port).status()).isEqualTo(404);
            assertThat(wireMock.send(several).text()).isEqualTo("one");
        }
        var report = Export.of(List.of(contract()), List.of()).report();
        assertThat(report.rulesOf("one there"))
                .filteredOn(rule -> rule.place().equals("header Pact-Provider-State"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.deviations())
                        .containsExactly(Deviation.STATE_PARAMETERS, Deviation.SEVERAL_STATES));
        assertThat(Deviation.ofEveryMapping()).contains(Deviation.UNKNOWN_STATE);
    }

    @Test
    void only_an_interaction_that_shares_a_request_gets_a_mapping_for_its_state() throws IOException {
        Export.of(List.of(contract()), List.of()).write(folder);

        assertThat(mappings("nothing there")).isEqualTo(2);
        assertThat(mappings("any kind")).isEqualTo(1);
        assertThat(mappings("alone")).isEqualTo(1);
    }

    @Test
    void the_precedence_without_a_state_is_known() {
        var overlaps = Overlaps.among(List.of(contract()));
        var interactions = overlaps.interactions();

        assertThat(overlaps.before(interactions.get(0))).isEmpty();
        assertThat(overlaps.before(interactions.get(1)))
                .extracting(RankedInteraction::description)
                .containsExactly("nothing there");
        assertThat(overlaps.before(interactions.get(2))).isEmpty();
        assertThat(overlaps.isShared(interactions.get(3))).isTrue();
        assertThat(overlaps.isShared(interactions.get(4))).isFalse();
    }

    private int mappings(String description) throws IOException {
        var report = new ObjectMapper().readTree(folder.resolve("EXPORT.json").toFile());
        for (var interaction : report.path("interactions")) {
            if (interaction.path("description").asText().equals(description)) {
                var file = new ObjectMapper()
                        .readTree(folder.resolve(interaction.path("file").asText())
                                .toFile());
                return file.has("mappings") ? file.get("mappings").size() : 1;
            }
        }
        throw new AssertionError(description + " is not in the report");
    }

    private static RawRequest asked(String target, String state) {
        return RawRequest.get(target, "Pact-Provider-State: " + state);
    }

    private static String state(String name, String parameters) {
        return "[{\"name\": \"%s\", \"params\": %s}]".formatted(name, parameters);
    }

    private static String response(String text) {
        return "{\"status\": 200, \"body\": {\"content\": \"%s\", \"contentType\": \"text/plain\", \"encoded\": false}}"
                .formatted(text);
    }

    /** A new one for each test: pact-jvm changes what it compares. */
    private static PactFile contract() {
        return file(
                interaction("nothing there", state("there is none", "{}"), GET, response("none")),
                interaction("one there", state("there is one", "{\"id\": \"x\", \"size\": 2}"), GET, response("one")),
                interaction(
                        "asked for JSON",
                        state("there is none", "{}"),
                        "{\"method\": \"GET\", \"path\": \"/a\", \"headers\": {\"X-Kind\": [\"json\"]}}",
                        response("specific")),
                interaction("any kind", "[]", """
                    {"method": "GET", "path": "/a", "headers": {"X-Kind": ["any"]},
                     "matchingRules": {"header": {"X-Kind": {"combine": "AND", "matchers": [{"match": "type"}]}}}}""", response("any")),
                interaction(
                        "alone",
                        state("there is none", "{}"),
                        "{\"method\": \"GET\", \"path\": \"/b\"}",
                        response("b")));
    }
}
