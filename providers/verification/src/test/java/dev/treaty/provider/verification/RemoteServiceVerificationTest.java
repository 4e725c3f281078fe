package dev.treaty.provider.verification;

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
import dev.treaty.provider.verification.testing.PeopleContract;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteServiceVerificationTest {

    private static final String ANSWER = "{\"id\":\"1\",\"name\":\"Grace\"}";

    @TempDir
    private Path directory;

    private final WireMockServer service =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

    @BeforeEach
    void a_service_that_answers_to_the_token_of_its_state() {
        service.start();
        service.stubFor(get("/people/1")
                .withHeader("Authorization", equalTo("Bearer real-token"))
                .willReturn(okJson(ANSWER)));
        service.stubFor(post("/provider-states").willReturn(okJson("{\"token\":\"real-token\"}")));
        service.stubFor(post("/elsewhere").willReturn(okJson("{\"token\":\"real-token\"}")));
    }

    @AfterEach
    void stop() {
        service.stop();
    }

    @Test
    void is_brought_to_each_state_and_out_of_it_by_post() {
        var ended = verify(PeopleContract.of("web").reads("1"), Map.of());

        assertThat(ended.ended(SUCCESSFUL)).containsExactly("web: person 1 is read");
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
    void has_its_state_change_endpoint_where_a_setting_says() {
        var ended = verify(
                PeopleContract.of("web").reads("1"),
                Map.of("people.state-change-url", service.baseUrl() + "/elsewhere"));

        assertThat(ended.ended(SUCCESSFUL)).containsExactly("web: person 1 is read");
        service.verify(2, postRequestedFor(urlPathEqualTo("/elsewhere")));
    }

    @Test
    void without_a_state_change_endpoint_is_told_how_to_have_one() {
        service.stubFor(
                post("/provider-states").willReturn(aResponse().withStatus(404).withBody("no such route")));

        var ended = verify(PeopleContract.of("web").reads("1"), Map.of());

        assertThat(ended.why("web: person 1 is read"))
                .isInstanceOf(StateChangeFailed.class)
                .hasMessage("""
                        The service was not brought to the state "a person exists": it answered 404: no such route
                          where: POST %s/provider-states {"state":"a person exists","params":…,"action":"setup"}; needed by web for "person 1 is read" in %s, given a person exists {id=1, name=Grace}
                          fix:   start the service with its state-change endpoint (the reference services: --provider-states), and name it with -Dpeople.state-change-url=""".formatted(service.baseUrl(), directory.resolve("pacts/web-people.json")));
    }

    @Test
    void at_an_address_that_is_none_is_told() {
        var ended = verify(PeopleContract.of("web").reads("1"), Map.of("people.url", "localhost:8081"));

        assertThat(ended.why("RemoteServiceVerificationTest$NeverStarted")).hasMessage("""
                A setting is no address of http or https.
                  where: -Dpeople.url=localhost:8081
                  fix:   write scheme and host, e.g. http://localhost:8081""");
    }

    @Test
    void is_asked_for_its_messages_as_pact_asks() {
        service.stubFor(post("/messages")
                .withRequestBody(equalToJson("""
                        {"description": "a person is told",
                         "providerStates": [{"name": "a person exists", "params": {"id": "1", "name": "Grace"}}]}"""))
                .willReturn(okJson(ANSWER).withHeader("Pact-Message-Metadata", "eyJ0b3BpYyI6InBlb3BsZSJ9")));

        var ended = verify(
                PeopleContract.of("web").message("a person is told", "1"),
                Map.of("people.messages-url", service.baseUrl() + "/messages"));

        assertThat(ended.ended(SUCCESSFUL)).containsExactly("web: a person is told");
    }

    @Test
    void without_an_address_for_its_messages_these_are_skipped_with_the_reason() {
        var ended = verify(PeopleContract.of("web").message("a person is told", "1"), Map.of());

        assertThat(ended.ended(ABORTED)).containsExactly("web: a person is told");
        assertThat(ended.why("web: a person is told"))
                .hasMessage(
                        "nothing says where to ask people for what it sends of itself: -Dpeople.messages-url= (the reference services: <url>/messages)");
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
