package dev.treaty.stubs.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.http.ReplayServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests as the users of {@link StubServer} write them, with the contracts on the class path. */
@StubServer("bakery")
class StubServerTest {

    private final Kiosk kiosk;

    StubServerTest(URI bakery) {
        kiosk = new Kiosk(bakery);
    }

    /** A client, which is what tests with a stub server usually test. */
    private record Kiosk(URI bakery) {

        String bread() throws IOException, InterruptedException {
            return get("/bread");
        }

        String hours() throws IOException, InterruptedException {
            return get("/hours");
        }

        String get(String path) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(URI.create(bakery + path)).build();
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
        }
    }

    @Test
    void without_a_state_the_first_interaction_answers() throws Exception {
        assertThat(kiosk.bread()).isEqualTo("rye");
    }

    @Test
    @GivenState("the bread is sold out")
    void with_a_state_the_interaction_that_has_it_answers() throws Exception {
        assertThat(kiosk.bread()).isEqualTo("sold out");
    }

    @Test
    @GivenState("the bread is sold out {\"since\":\"noon\"}")
    void other_calls_of_the_same_test_are_answered_as_usual() throws Exception {
        assertThat(kiosk.hours()).isEqualTo("7 to 18");
        assertThat(kiosk.bread()).isEqualTo("sold out");
    }

    @Test
    void the_address_comes_in_three_forms(URI asUri, String asText, ReplayServer server) {
        assertThat(asText).isEqualTo(asUri.toString()).doesNotEndWith("/");
        assertThat(server.url("bakery")).isEqualTo(asUri);
    }

    @Test
    void a_client_can_be_tested_over_tls(
            @StubServer(value = "bakery", tls = true) URI bakery,
            @StubServer(value = "bakery", tls = true) SSLContext trust)
            throws Exception {
        var client = HttpClient.newBuilder().sslContext(trust).build();

        var response = client.send(
                HttpRequest.newBuilder(URI.create(bakery + "/bread")).build(), BodyHandlers.ofString());

        assertThat(bakery).hasScheme("https");
        assertThat(response.body()).isEqualTo("rye");
        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
    }

    @Test
    @GivenState(provider = "bakery", value = "the bread is sold out")
    @GivenState(provider = "mill", value = "the mill is idle")
    void an_annotated_parameter_can_name_another_provider_and_other_contracts(
            @StubServer(value = "mill", pacts = "src/test/resources/pacts/kiosk-mill.json") URI mill) throws Exception {
        assertThat(new Kiosk(mill).get("/flour")).isEqualTo("none");
        assertThat(kiosk.bread()).isEqualTo("sold out");
    }

    @RepeatedTest(2)
    void a_repeated_test_receives_the_address_too(URI bakery) {
        assertThat(bakery).isEqualTo(kiosk.bakery());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bread", "/hours"})
    void a_parameterized_test_keeps_its_own_arguments(String path, @StubServer("bakery") URI bakery) throws Exception {
        assertThat(new Kiosk(bakery).get(path)).isIn("rye", "7 to 18");
    }

    @Nested
    @GivenState("the bread is sold out")
    class AfterNoon {

        private final Kiosk late;

        AfterNoon(URI bakery) {
            late = new Kiosk(bakery);
        }

        @BeforeEach
        void receives_the_same_address_as_the_constructor(URI bakery) {
            assertThat(bakery).isEqualTo(late.bakery());
        }

        @Test
        void the_state_of_the_class_applies_to_its_tests() throws Exception {
            assertThat(late.bread()).isEqualTo("sold out");
        }

        @Test
        @GivenState("there is bread")
        void the_state_of_a_test_replaces_that_of_its_class() throws Exception {
            assertThat(late.bread()).isEqualTo("rye");
        }
    }
}
