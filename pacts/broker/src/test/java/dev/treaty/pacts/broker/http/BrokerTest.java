package dev.treaty.pacts.broker.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import dev.treaty.pacts.testing.broker.BrokerReplay;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BrokerTest {

    private final BrokerReplay replay = new BrokerReplay();
    private final List<String> log = new ArrayList<>();

    @AfterEach
    void stop() {
        replay.close();
    }

    private Broker broker(Map<String, String> environment) {
        return broker(replay.url(), environment);
    }

    private Broker broker(String url, Map<String, String> environment) {
        return Broker.at(BrokerAddress.of(url, Map.of()), environment, log::add, List.of(Duration.ZERO, Duration.ZERO));
    }

    private static HalLink environments(Broker broker) {
        return broker.link("pb:environments", Map.of());
    }

    @Test
    void a_question_is_asked_again_when_the_broker_is_away_for_a_moment() {
        replay.start().answerNext(503, 502);

        assertThat(broker(Map.of()).link("pb:environments", Map.of()).href()).isEqualTo(replay.url() + "/environments");
        assertThat(replay.requests()).containsExactly("GET /", "GET /", "GET /");
    }

    @Test
    void what_would_change_something_is_not_sent_again_when_it_may_have_arrived() {
        replay.start().answerNext(0, 503);
        var broker = broker(Map.of());
        var link = environments(broker);

        assertThatThrownBy(() -> broker.post(link, JsonNodeFactory.instance.objectNode()))
                .isInstanceOf(BrokerUnreachable.class)
                .hasMessageStartingWith("The broker cannot be asked: it answered: the status is 503");
        assertThat(replay.requests()).containsExactly("GET /", "POST /environments");
    }

    @Test
    void credentials_go_along_with_the_first_request_and_are_not_logged() {
        replay.requiring("ann", "s3cr3t").start();

        broker(Map.of("PACT_BROKER_USERNAME", "ann", "PACT_BROKER_PASSWORD", "s3cr3t"))
                .link("self", Map.of());

        assertThat(replay.requests()).containsExactly("GET /");
        assertThat(log)
                .singleElement()
                .asString()
                .startsWith("GET " + replay.url() + "/: 200")
                .doesNotContain("s3cr3t");
    }

    @Test
    void missing_credentials_are_named() {
        replay.requiring("ann", "s3cr3t").start();

        var refusal =
                catchThrowableOfType(BrokerRefusal.class, () -> broker(Map.of()).link("self", Map.of()));

        assertThat(refusal.exitCode()).isEqualTo(2);
        assertThat(refusal).hasMessage("""
                The broker refused: the status is 401
                  where: GET %s/
                  fix:   set PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD, in the environment""".formatted(replay.url()));
    }

    /** Seen with the real broker, which answers so without a word to a token where it wants a user and a password. */
    @Test
    void credentials_of_the_wrong_kind_are_named() {
        replay.start().answerNext(400);

        assertThatThrownBy(() -> broker(Map.of("PACT_BROKER_TOKEN", "t0ken")).link("self", Map.of()))
                .isInstanceOf(BrokerRefusal.class)
                .hasMessage("""
                        The broker refused: the status is 400
                          where: GET %s/
                          fix:   check which credentials the broker takes; one with basic authentication answers so to a token: PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD, in the environment""".formatted(replay.url()));
    }

    @Test
    void wrong_credentials_are_not_printed() {
        replay.requiring("ann", "s3cr3t").start();

        assertThatThrownBy(() -> broker(Map.of("PACT_BROKER_TOKEN", "t0ken")).link("self", Map.of()))
                .isInstanceOf(BrokerRefusal.class)
                .hasMessageContaining("check the values of PACT_BROKER_TOKEN")
                .hasMessageNotContaining("t0ken");
    }

    @Test
    void a_broker_that_takes_itself_to_be_elsewhere_is_asked_where_it_is() {
        replay.believingToBeAt("https://internal.example/pact").start();
        var broker = broker(Map.of());

        assertThat(environments(broker).href()).isEqualTo("https://internal.example/pact/environments");
        assertThat(broker.get(environments(broker)).embedded("environments")).isEmpty();
        assertThat(replay.requests()).containsExactly("GET /", "GET /environments");
    }

    @Test
    void a_link_to_elsewhere_is_not_followed() {
        replay.start();
        var broker = broker(Map.of());

        for (var href : List.of("https://evil.example/pacts/1", replay.url() + "@evil.example/", replay.url() + "0/")) {
            assertThatThrownBy(() -> broker.get(new HalLink(href, "")))
                    .isInstanceOf(BrokerUnreachable.class)
                    .hasMessageStartingWith("A link leads away from the broker");
        }
    }

    @Test
    void an_answer_that_is_not_a_brokers_is_not_an_empty_one() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var page = "<html>Sign in</html>".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "https://broker.example/");
            exchange.sendResponseHeaders(301, -1);
            exchange.close();
        });
        server.start();
        try {
            var url = "http://127.0.0.1:" + server.getAddress().getPort();

            assertThatThrownBy(() -> broker(url, Map.of()).link("self", Map.of()))
                    .isInstanceOf(BrokerUnreachable.class)
                    .hasMessageStartingWith("The answer is not that of a Pact Broker.");
            assertThatThrownBy(() -> broker(url + "/moved", Map.of()).link("self", Map.of()))
                    .isInstanceOf(BrokerUnreachable.class)
                    .hasMessageStartingWith("The broker cannot be asked: it redirects to https://broker.example/.");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_relation_that_the_broker_does_not_have_is_named() {
        replay.start();

        assertThatThrownBy(() -> broker(Map.of()).link("pb:time-travel", Map.of()))
                .hasMessageStartingWith("The broker does not offer \"pb:time-travel\".");
    }

    @Test
    void a_proxy_gets_its_own_credentials_and_no_others() throws Exception {
        var authorizations = new ArrayList<String>();
        var proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", exchange -> {
            var authorization = exchange.getRequestHeaders().getFirst("Proxy-Authorization");
            authorizations.add("%s at %s".formatted(authorization, exchange.getRequestURI()));
            exchange.getResponseHeaders().set("Proxy-Authenticate", "Basic realm=\"proxy\"");
            var body = "{\"_links\": {\"self\": {\"href\": \"http://broker.invalid\"}}}".getBytes(UTF_8);
            exchange.sendResponseHeaders(authorization == null ? 407 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        proxy.start();
        try {
            var address = "http://ann:s3cr3t@127.0.0.1:" + proxy.getAddress().getPort();

            var link = broker("http://broker.invalid", Map.of("HTTP_PROXY", address, "PACT_BROKER_TOKEN", "t0ken"))
                    .link("self", Map.of());

            assertThat(link.href()).isEqualTo("http://broker.invalid");
            assertThat(authorizations).containsExactly("Basic YW5uOnMzY3IzdA== at http://broker.invalid/");
            assertThat(log).allSatisfy(line -> assertThat(line).doesNotContain("s3cr3t", "t0ken"));
        } finally {
            proxy.stop(0);
        }
    }
}
