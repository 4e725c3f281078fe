package dev.treaty.provider.junit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.ABORTED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;

import au.com.dius.pact.provider.junitsupport.Provider;
import com.github.tomakehurst.wiremock.WireMockServer;
import dev.treaty.provider.verification.states.StateChangeFailed;
import dev.treaty.provider.verification.testing.CountedStates;
import dev.treaty.provider.verification.testing.PeopleContract;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteServiceVerificationTest {

    private static final String PERSON = "{\"id\":\"1\",\"name\":\"Grace\"}";

    @TempDir
    private Path directory;

    private final WireMockServer service =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

    @BeforeEach
    void start_a_service_that_accepts_the_token_of_its_state() {
        service.start();
        service.stubFor(get("/people/1")
                .withHeader("Authorization", equalTo("Bearer real-token"))
                .willReturn(okJson(PERSON)));
        service.stubFor(post("/provider-states").willReturn(okJson("{\"token\":\"real-token\"}")));
        service.stubFor(post("/elsewhere").willReturn(okJson("{\"token\":\"real-token\"}")));
    }

    @AfterEach
    void stop() {
        service.stop();
    }

    @Test
    void states_are_set_up_and_torn_down_by_post() {
        var run = verify(PeopleContract.of("web").reads("1"), Map.of());

        assertThat(run.withStatus(SUCCESSFUL)).containsExactly("web: a request for person 1");
        for (var action : new String[] {"setup", "teardown"}) {
            service.verify(
                    1,
                    postRequestedFor(urlPathEqualTo("/provider-states"))
                            .withHeader("Content-Type", equalTo("application/json"))
                            .withRequestBody(equalToJson("""
                            {"state": "a person exists", "params": {"id": "1", "name": "Grace"}, "action": "%s"}""".formatted(action))));
        }
    }

    @Test
    void a_setting_names_the_state_change_endpoint() {
        var run = verify(
                PeopleContract.of("web").reads("1"),
                Map.of("people.state-change-url", service.baseUrl() + "/elsewhere"));

        assertThat(run.withStatus(SUCCESSFUL)).containsExactly("web: a request for person 1");
        service.verify(2, postRequestedFor(urlPathEqualTo("/elsewhere")));
    }

    @Test
    void a_missing_state_change_endpoint_is_reported() {
        service.stubFor(
                post("/provider-states").willReturn(aResponse().withStatus(404).withBody("no such route")));

        var run = verify(PeopleContract.of("web").reads("1"), Map.of());

        assertThat(run.why("web: a request for person 1"))
                .isInstanceOf(StateChangeFailed.class)
                .hasMessage("""
                        The service could not set up the state "a person exists": it responded 404: no such route
                          where: POST %s/provider-states {"state":"a person exists","params":…,"action":"setup"}; needed by web for "a request for person 1" in %s, given a person exists {id=1, name=Grace}
                          fix:   start the service with its state-change endpoint (the reference services: --provider-states), and name it with -Dpeople.state-change-url=""".formatted(service.baseUrl(), directory.resolve("pacts/web-people.json")));
    }

    @Test
    void an_invalid_url_is_reported() {
        var run = verify(PeopleContract.of("web").reads("1"), Map.of("people.url", "localhost:8081"));

        assertThat(run.why("RemoteServiceVerificationTest$NeverStarted")).hasMessage("""
                A setting is not an http or https URL.
                  where: -Dpeople.url=localhost:8081
                  fix:   write the scheme and the host, e.g. http://localhost:8081""");
    }

    @Test
    void messages_are_requested_as_pact_specifies() {
        service.stubFor(post("/messages")
                .withRequestBody(equalToJson("""
                        {"description": "a person event",
                         "providerStates": [{"name": "a person exists", "params": {"id": "1", "name": "Grace"}}]}"""))
                .willReturn(okJson(PERSON).withHeader("Pact-Message-Metadata", "eyJ0b3BpYyI6InBlb3BsZSJ9")));

        var run = verify(
                PeopleContract.of("web").message("a person event", "1"),
                Map.of("people.messages-url", service.baseUrl() + "/messages"));

        assertThat(run.withStatus(SUCCESSFUL)).containsExactly("web: a person event");
    }

    @Test
    void without_a_url_for_messages_they_are_skipped_with_the_reason() {
        var run = verify(PeopleContract.of("web").message("a person event", "1"), Map.of());

        assertThat(run.withStatus(ABORTED)).containsExactly("web: a person event");
        assertThat(run.why("web: a person event"))
                .hasMessage(
                        "the messages of people can only be requested with -Dpeople.messages-url= (the reference services: <url>/messages)");
    }

    @Test
    void a_message_that_cannot_be_requested_is_skipped_even_if_its_state_is_unknown() {
        service.stubFor(post("/provider-states").willReturn(aResponse().withStatus(400)));

        var run = verify(PeopleContract.of("web").message("a person event", "1"), Map.of());

        assertThat(run.withStatus(ABORTED)).containsExactly("web: a person event");
        service.verify(0, postRequestedFor(urlPathEqualTo("/provider-states")));
    }

    @Test
    void interactions_are_verified_one_after_the_other_and_the_build_says_so() throws IOException {
        try (var states = new CountedStates(1)) {
            var run = verify(fourPeople(), Map.of("people.state-change-url", states.url()));

            assertThat(run.withStatus(SUCCESSFUL)).hasSize(4);
            assertThat(run.reported())
                    .contains(
                            "people: interactions are verified one after the other; -Dpact.parallel=N verifies N at the same time");
            assertThat(states.most()).isEqualTo(1);
        }
    }

    @Test
    void a_setting_asks_for_several_at_the_same_time() throws IOException {
        try (var states = new CountedStates(2)) {
            var run = verify(fourPeople(), Map.of("people.state-change-url", states.url(), "pact.parallel", "2"));

            assertThat(run.withStatus(SUCCESSFUL)).hasSize(4);
            assertThat(run.reported())
                    .contains("people: up to 2 interactions are verified at the same time (-Dpact.parallel)");
            assertThat(states.most()).isEqualTo(2);
        }
    }

    @Test
    void a_number_of_interactions_that_is_not_one_is_reported() {
        var run = verify(PeopleContract.of("web").reads("1"), Map.of("pact.parallel", "many"));

        assertThat(run.why("RemoteServiceVerificationTest$NeverStarted")).hasMessage("""
                A setting is not a number of at least 1.
                  where: -Dpact.parallel=many
                  fix:   write a number, e.g. -Dpact.parallel=4""");
    }

    private PeopleContract fourPeople() {
        var contract = PeopleContract.of("web");
        for (var id : List.of("2", "3", "4", "5")) {
            contract.meets(id, "name of " + id);
            service.stubFor(get("/people/" + id).willReturn(okJson(PERSON.replace("1", id))));
        }
        return contract;
    }

    private VerificationUnderTest verify(PeopleContract contract, Map<String, String> more) {
        var settings = new HashMap<>(Map.of("people.url", service.baseUrl()));
        settings.putAll(more);
        settings.put("pacts", contract.in(directory.resolve("pacts")));
        return VerificationUnderTest.run(NeverStarted.class, directory, settings);
    }

    @Provider("people")
    static final class NeverStarted extends RunningServiceVerification {

        @Override
        protected URI start() {
            throw new AssertionError("started although there is a URL");
        }
    }
}
