package dev.treaty.stubs.http;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static dev.treaty.pacts.testing.PactText.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.PactText;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.stubs.matching.StateFilter;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateFilterTest {

    private static final String PLAIN = "{\"method\": \"GET\", \"path\": \"/x\"}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '|',
            value = {
                "a customer exists; first; 2",
                "^a customer exists; first; 2",
                "\"id\":\"cus_2\"; second; 1",
                "^no c; third; 1",
                "nobody; unknown-path; 0"
            })
    void only_interactions_with_a_matching_state_are_served(String regex, String response, int served) {
        try (var stub = start(regex)) {
            assertThat(RawHttp.send(stub.port(), Request.get("/p/x")).text()).contains(response);
            assertThat(stub.interactions()).isEqualTo(served);
        }
    }

    @Test
    void an_interaction_without_a_state_is_left_out() {
        try (var stub = start(".")) {
            assertThat(stub.interactions()).isEqualTo(3);
            assertThat(RawHttp.send(stub.port(), Request.get("/p/stateless")).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void an_interaction_without_a_state_is_served_on_request() {
        try (var stub = start(StateFilter.matching(Pattern.compile("^it rains"), true))) {
            assertThat(stub.interactions()).isEqualTo(2);
            assertThat(RawHttp.send(stub.port(), Request.get("/p/stateless")).text())
                    .isEqualTo("none");
            assertThat(RawHttp.send(stub.port(), Request.get("/p/x")).text()).isEqualTo("third");
        }
    }

    @Test
    void the_header_chooses_among_the_remaining_interactions() {
        try (var stub = start("^a customer exists")) {
            assertThat(request(stub, "a customer exists {\"id\":\"cus_2\"}")).isEqualTo("second");
            assertThat(request(stub, "no customer exists")).contains("unknown-state");
        }
    }

    private static String request(ReplayServer stub, String state) {
        return RawHttp.send(stub.port(), Request.get("/p/x", "Pact-Provider-State: " + state))
                .text();
    }

    private ReplayServer start(String regex) {
        return start(StateFilter.matching(Pattern.compile(regex)));
    }

    private ReplayServer start(StateFilter filter) {
        var contract = pact(
                "c",
                "p",
                get("/stateless", "none"),
                http("1", "[{\"name\": \"a customer exists\", \"params\": {\"id\": \"cus_1\"}}]", PLAIN, text("first")),
                http(
                        "2",
                        "[{\"name\": \"a customer exists\", \"params\": {\"id\": \"cus_2\"}}]",
                        PLAIN,
                        text("second")),
                http("3", "[{\"name\": \"it rains\"}, {\"name\": \"no customer exists\"}]", PLAIN, text("third")));
        return ReplayServer.builder()
                .pacts(PactFile.load(PactText.files(folder, contract)))
                .states(filter)
                .start();
    }
}
