package dev.treaty.stubs.http;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static dev.treaty.pacts.testing.PactText.text;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.PactText;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.pacts.testing.RawHttp.Response;
import dev.treaty.stubs.matching.UnknownState;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that prefers interactions with certain provider states. */
class PreferredStateTest {

    private static final String PLAIN = "{\"method\": \"GET\", \"path\": \"/x\"}";
    private static final String WITH_HEADER =
            "{\"method\": \"GET\", \"path\": \"/x\", \"headers\": {\"X-More\": [\"1\"]}}";

    @TempDir
    Path folder;

    @Test
    void among_interactions_that_expect_the_same_request_the_one_with_the_state_answers() {
        var contract = pact(
                "c",
                "p",
                http("1", state("it is open", "{}"), PLAIN, text("open")),
                http("2", state("it is shut", "{\"since\": 9, \"why\": \"snow\"}"), PLAIN, text("snow")),
                http("3", state("it is shut", "{\"since\": 9, \"why\": \"rain\"}"), PLAIN, text("rain")));

        assertThat(respond(contract).text()).isEqualTo("open");
        assertThat(respond(contract, "it is shut").text()).isEqualTo("snow");
        assertThat(respond(contract, "it is shut {\"why\":\"rain\"}").text()).isEqualTo("rain");
    }

    @Test
    void the_one_with_the_state_is_found_among_a_thousand() {
        var many = IntStream.range(0, 1_000)
                .mapToObj(number ->
                        http("" + number, state("the number is " + number, "{}"), PLAIN, text("of " + number)))
                .toArray(String[]::new);

        assertThat(respond(pact("c", "p", many), "the number is 987").text()).isEqualTo("of 987");
    }

    @Test
    void the_state_takes_precedence_over_a_more_specific_interaction() {
        var contract = pact(
                "c",
                "p",
                http("specific", WITH_HEADER, text("specific")),
                http("plain", state("it is open", "{}"), PLAIN, text("plain")));

        try (var stub = start(contract, "it is open")) {
            assertThat(send(stub, "X-More: 1").text()).isEqualTo("plain");
        }
    }

    @Test
    void an_interaction_without_the_state_answers_if_no_other_matches() {
        var contract =
                pact("c", "p", http("1", state("it is open", "{}"), PLAIN, text("open")), get("/hours", "from 9 to 5"));

        try (var stub = start(contract, "it is open")) {
            assertThat(RawHttp.send(stub.port(), Request.get("/p/hours")).text())
                    .isEqualTo("from 9 to 5");
        }
    }

    @Test
    void a_state_that_the_request_asks_for_replaces_the_preferred_one() {
        var contract = pact(
                "c",
                "p",
                http("1", state("it is shut", "{}"), PLAIN, text("shut")),
                http("2", "[{\"name\": \"it rains\"}]", PLAIN, text("rain")),
                http("3", "[{\"name\": \"it rains\"}, {\"name\": \"it is shut\"}]", PLAIN, text("rain and shut")));

        try (var stub = start(contract, "it is shut")) {
            assertThat(send(stub, "Pact-Provider-State: it rains").text()).isEqualTo("rain");
            assertThat(send(stub, "Pact-Provider-State: it snows").status()).isEqualTo(404);
        }
    }

    @Test
    void the_interaction_with_the_most_preferred_states_answers() {
        var contract = pact(
                "c",
                "p",
                http("1", state("it rains", "{}"), PLAIN, text("rain")),
                http("2", "[{\"name\": \"it rains\"}, {\"name\": \"it is shut\"}]", PLAIN, text("rain and shut")),
                http("3", state("it is shut", "{}"), PLAIN, text("shut")));

        assertThat(respond(contract, "it is shut").text()).isEqualTo("rain and shut");
        assertThat(respond(contract, "it is shut", "it rains").text()).isEqualTo("rain and shut");
        assertThat(respond(contract, "it rains").text()).isEqualTo("rain");
    }

    @Test
    void in_strict_mode_only_interactions_with_the_state_compete() {
        var contract = pact(
                "c",
                "p",
                http("1", state("it is open", "{}"), PLAIN, text("open")),
                http("2", state("it is shut", "{\"why\": \"snow\"}"), PLAIN, text("snow")),
                http("3", state("it is shut", "{\"why\": \"rain\"}"), PLAIN, text("rain")));

        try (var stub = builder(contract).strict(true).given("it is open").start()) {
            assertThat(send(stub).text()).isEqualTo("open");
        }
        try (var stub = builder(contract).strict(true).given("it is shut").start()) {
            assertThat(send(stub).status()).isEqualTo(409);
            assertThat(send(stub).text()).contains("snow", "rain").doesNotContain("it is open");
        }
    }

    @Test
    void a_message_with_the_state_is_preferred_unless_the_request_names_states() {
        var contract = pact("c", "p", message("it is open", "open"), message("it is shut", "shut"));

        try (var stub = start(contract, "it is shut")) {
            assertThat(news(stub, "{\"description\": \"news\"}")).isEqualTo("shut");
            assertThat(news(stub, "{\"description\": \"news\", \"providerStates\": [{\"name\": \"it is open\"}]}"))
                    .isEqualTo("open");
        }
    }

    @Test
    void servers_with_different_states_share_contracts() {
        var contracts = PactFile.load(PactText.files(
                folder,
                pact(
                        "c",
                        "p",
                        http("1", state("it is open", "{}"), PLAIN, text("open")),
                        http("2", state("it is shut", "{}"), PLAIN, text("shut")))));

        var bodies = List.of("it is open", "it is shut", "it is open", "it is shut").parallelStream()
                .map(state -> {
                    try (var stub =
                            ReplayServer.builder().pacts(contracts).given(state).start()) {
                        return send(stub).text();
                    }
                })
                .toList();

        assertThat(bodies).containsExactly("open", "shut", "open", "shut");
    }

    @Test
    void an_unknown_state_is_reported_with_the_nearest_ones() {
        var contract = pact(
                "c",
                "p",
                http("1", state("it is open", "{\"until\": 18}"), PLAIN, text("open")),
                http("2", state("it is shut", "{}"), PLAIN, text("shut")),
                http("3", state("it is shut", "{}"), WITH_HEADER, text("shut")),
                http("4", state("there is snow", "{}"), PLAIN, text("snow")),
                http("5", state("nobody is there", "{}"), PLAIN, text("nobody")));

        var builder = builder(contract).given("it is open {\"until\":20}");

        assertThatThrownBy(builder::start).isInstanceOf(UnknownState.class).hasMessage("""
                        No interaction has the provider state "it is open {"until":20}".
                          where: the contracts with p; the nearest are "it is open {"until":18}", "it is shut", "there is snow"
                          fix:   name one of these, or record an interaction that has it""");
    }

    @Test
    void a_state_that_fills_the_header_is_not_repeated_in_full() {
        try (var stub = start(pact("c", "p", get("/x", "x")))) {
            var report = given().header("Pact-Provider-State", "s".repeat(6_000))
                    .get(stub.url("p") + "/x")
                    .then()
                    .statusCode(404)
                    .extract()
                    .asString();

            assertThat(report).contains("unknown-state", "ssssss…ssssss").hasSizeLessThan(3_000);
        }
    }

    @Test
    void an_unknown_state_is_reported_if_no_contract_has_states() {
        var builder = builder(pact("c", "p", get("/x", "x"))).given("it is open");

        assertThatThrownBy(builder::start).isInstanceOf(UnknownState.class).hasMessage("""
                        No interaction has the provider state "it is open".
                          where: the contracts with p, which have no states at all
                          fix:   leave the state out, or record an interaction that has it""");
    }

    private ReplayServer.Builder builder(String contract) {
        return ReplayServer.builder().pacts(PactFile.load(PactText.files(folder, contract)));
    }

    private ReplayServer start(String contract, String... states) {
        var builder = builder(contract);
        List.of(states).forEach(builder::given);
        return builder.start();
    }

    private Response respond(String contract, String... states) {
        try (var stub = start(contract, states)) {
            return send(stub);
        }
    }

    private static Response send(ReplayServer stub, String... headers) {
        return RawHttp.send(stub.port(), Request.get("/p/x", headers));
    }

    private static String news(ReplayServer stub, String body) {
        return RawHttp.send(stub.port(), Request.post("/p/__messages", "application/json", body))
                .text();
    }

    private static String state(String name, String parameters) {
        return "[{\"name\": \"%s\", \"params\": %s}]".formatted(name, parameters);
    }

    private static String message(String state, String contents) {
        return """
                {"type": "Asynchronous/Messages", "description": "news", "providerStates": [{"name": "%s"}],
                 "contents": {"content": "%s", "contentType": "text/plain", "encoded": false}}""".formatted(state, contents);
    }
}
