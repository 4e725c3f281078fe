package dev.treaty.provider.verification.targets;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.Request;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A contract may be about any response, so each is returned as it is. */
@Timeout(20)
class ProviderHttpClientTest {

    private final WireMockServer provider =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

    private @Nullable ProviderHttpClient client;

    @BeforeEach
    void start() {
        provider.start();
        client = new ProviderHttpClient(URI.create(provider.baseUrl()));
    }

    @AfterEach
    void stop() {
        provider.stop();
    }

    @Test
    void an_overloaded_provider_is_not_retried() {
        assertThat(status(aResponse().withStatus(503).withHeader("Retry-After", "5")))
                .isEqualTo(503);
        assertThat(status(aResponse().withStatus(429).withHeader("Retry-After", "30")))
                .isEqualTo(429);

        provider.verify(2, getRequestedFor(urlPathEqualTo("/people")));
    }

    @Test
    void a_redirect_is_not_followed() {
        assertThat(status(aResponse().withStatus(302).withHeader("Location", provider.baseUrl() + "/elsewhere")))
                .isEqualTo(302);

        provider.verify(0, getRequestedFor(urlPathEqualTo("/elsewhere")));
    }

    @Test
    void a_cookie_is_not_kept() {
        status(aResponse().withHeader("Set-Cookie", "session=42"));
        status(aResponse());

        provider.verify(2, getRequestedFor(urlPathEqualTo("/people")).withoutHeader("Cookie"));
    }

    @Test
    void a_path_is_sent_as_it_was_recorded() {
        for (var path : List.of("/people/erika@example.org", "/people/a+b", "/people/a%2Fb", "/people/%C3%A4")) {
            Objects.requireNonNull(client).send(new Request("GET", path));
        }

        assertThat(provider.getAllServeEvents())
                .extracting(event -> event.getRequest().getUrl())
                .containsExactlyInAnyOrder(
                        "/people/erika@example.org", "/people/a+b", "/people/a%2Fb", "/people/%C3%A4");
    }

    /** pact-jvm's own client would send GET. */
    @Test
    void a_method_that_pact_jvm_does_not_know_is_sent_as_it_was_recorded() {
        Objects.requireNonNull(client).send(new Request("PURGE", "/people"));

        assertThat(provider.getAllServeEvents())
                .extracting(event -> event.getRequest().getMethod().getName())
                .containsExactly("PURGE");
    }

    @Test
    void a_path_that_is_not_a_valid_uri_is_encoded() {
        Objects.requireNonNull(client).send(new Request("GET", "/people/a b"));

        provider.verify(getRequestedFor(urlEqualTo("/people/a%20b")));
    }

    private int status(ResponseDefinitionBuilder response) {
        provider.stubFor(get("/people").willReturn(response));
        var status = Objects.requireNonNull(client)
                .send(new Request("GET", "/people"))
                .getStatusCode();
        assertThat(status).isNotNull();
        return status;
    }
}
