package dev.treaty.stubs.http;

import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static dev.treaty.pacts.testing.PactText.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.PactText;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which interaction answers if several match a request. */
class SelectionTest {

    private static final String PLAIN = "{\"method\": \"GET\", \"path\": \"/x\"}";

    @TempDir
    Path folder;

    @Test
    void the_requested_state_decides() {
        try (var stub = start(pact(
                "c",
                "p",
                http("first", states("a customer exists", "{\"id\": \"cus_1\"}"), PLAIN, text("one")),
                http("second", states("a customer exists", "{\"id\": \"cus_2\"}"), PLAIN, text("two")),
                http("third", states("no customer exists", "{}"), PLAIN, text("none"))))) {
            assertThat(get(stub)).isEqualTo("one");
            assertThat(get(stub, "Pact-Provider-State: a customer exists")).isEqualTo("one");
            assertThat(get(stub, "Pact-Provider-State: a customer exists {\"id\":\"cus_2\"}"))
                    .isEqualTo("two");
            assertThat(get(stub, "pact-provider-state: no customer exists")).isEqualTo("none");
        }
    }

    @Test
    void all_requested_states_must_hold() {
        var both = """
                [{"name": "a customer exists"}, {"name": "the card is declined"}]""";
        try (var stub = start(pact(
                "c",
                "p",
                http("one", states("a customer exists", "{}"), PLAIN, text("one state")),
                http("two", both, PLAIN, text("both states"))))) {
            assertThat(get(stub, "Pact-Provider-State: a customer exists")).isEqualTo("one state");
            assertThat(get(stub, "Pact-Provider-State: a customer exists", "Pact-Provider-State: the card is declined"))
                    .isEqualTo("both states");
        }
    }

    @Test
    void the_requested_state_takes_precedence_over_a_more_specific_interaction() {
        var withHeader = "{\"method\": \"GET\", \"path\": \"/x\", \"headers\": {\"X-More\": [\"1\"]}}";
        try (var stub = start(pact(
                "c",
                "p",
                http("specific", withHeader, text("specific")),
                http("plain", states("it is quiet", "{}"), PLAIN, text("plain"))))) {
            assertThat(get(stub, "X-More: 1")).isEqualTo("specific");
            assertThat(get(stub, "X-More: 1", "Pact-Provider-State: it is quiet"))
                    .isEqualTo("plain");
        }
    }

    @Test
    void contracts_never_see_the_provider_state_header() {
        var expectsHeader = """
                {"method": "GET", "path": "/x", "headers": {"Pact-Provider-State": ["it is quiet"]}}""";
        try (var stub = start(pact("c", "p", http("x", states("it is quiet", "{}"), expectsHeader, text("seen"))))) {
            assertThat(RawHttp.send(stub.port(), Request.get("/p/x", "Pact-Provider-State: it is quiet"))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void the_interaction_that_mentions_more_parts_of_the_request_wins() {
        var withHeader = "{\"method\": \"GET\", \"path\": \"/x\", \"headers\": {\"X-More\": [\"1\"]}}";
        try (var stub =
                start(pact("c", "p", http("a", PLAIN, text("plain")), http("b", withHeader, text("specific"))))) {
            assertThat(get(stub, "X-More: 1")).isEqualTo("specific");
            assertThat(get(stub)).isEqualTo("plain");
        }
    }

    @Test
    void the_interaction_with_more_exact_values_wins_over_one_with_matching_rules() {
        var matched = """
                {"method": "GET", "path": "/x",
                 "matchingRules": {"path": {"combine": "AND", "matchers": [{"match": "regex", "regex": "/.*"}]}}}""";
        try (var stub = start(pact("c", "p", http("a", matched, text("matched")), http("b", PLAIN, text("exact"))))) {
            assertThat(get(stub)).isEqualTo("exact");
            assertThat(RawHttp.send(stub.port(), Request.get("/p/y")).text()).isEqualTo("matched");
        }
    }

    @Test
    void an_exact_form_field_wins_over_one_with_a_matching_rule() {
        var anyNumber = """
                {"method": "POST", "path": "/x", "headers": {"Content-Type": ["application/x-www-form-urlencoded"]},
                 "body": {"contentType": "application/x-www-form-urlencoded", "encoded": false, "content": "to=1"},
                 "matchingRules": {"body": {"$.to": {"combine": "AND", "matchers": [{"match": "regex", "regex": "[0-9]+"}]}}}}""";
        var two = """
                {"method": "POST", "path": "/x", "headers": {"Content-Type": ["application/x-www-form-urlencoded"]},
                 "body": {"contentType": "application/x-www-form-urlencoded", "encoded": false, "content": "to=2"}}""";
        try (var stub = start(pact("c", "p", http("a", anyNumber, text("any")), http("b", two, text("two"))))) {
            assertThat(post(stub, "to=1")).isEqualTo("any");
            assertThat(post(stub, "to=2")).isEqualTo("two");
        }
    }

    @Test
    void the_earlier_interaction_wins_if_nothing_else_decides() {
        try (var stub = start(
                pact("c", "p", http("a", PLAIN, text("first")), http("b", PLAIN, text("second"))),
                pact("d", "p", http("a", PLAIN, text("third"))))) {
            assertThat(get(stub)).isEqualTo("first");
        }
    }

    @Test
    void providers_do_not_answer_for_each_other() {
        try (var stub =
                start(pact("c", "p", http("a", PLAIN, text("of p"))), pact("c", "q", http("a", PLAIN, text("of q"))))) {
            assertThat(get(stub)).isEqualTo("of p");
            assertThat(RawHttp.send(stub.port(), Request.get("/q/x")).text()).isEqualTo("of q");
        }
    }

    private ReplayServer start(String... pacts) {
        return ReplayServer.builder()
                .pacts(PactFile.load(PactText.files(folder, pacts)))
                .start();
    }

    private static String get(ReplayServer stub, String... headers) {
        return RawHttp.send(stub.port(), Request.get("/p/x", headers)).text();
    }

    private static String post(ReplayServer stub, String form) {
        return RawHttp.send(stub.port(), Request.post("/p/x", "application/x-www-form-urlencoded", form))
                .text();
    }

    private static String states(String name, String parameters) {
        return "[{\"name\": \"%s\", \"params\": %s}]".formatted(name, parameters);
    }
}
