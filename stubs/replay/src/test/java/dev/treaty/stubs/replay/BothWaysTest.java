package dev.treaty.stubs.replay;

import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static dev.treaty.pacts.testing.PactText.text;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.V4Interaction;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.PactText;
import dev.treaty.stubs.replay.RawHttp.Request;
import dev.treaty.stubs.replay.RawHttp.Response;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A prepared answer and its entry in the journal are what they would be if WireMock had made them. */
class BothWaysTest {

    private static final Path RECORDED = Path.of("../../pacts");

    @TempDir
    Path folder;

    @Test
    void every_recorded_interaction_is_answered_alike_both_ways() {
        var recorded = PactFile.load(List.of(RECORDED));
        try (var stub = ReplayServer.builder().pacts(recorded).start()) {
            var requests = Contracts.of(recorded, StateFilter.ALL)
                    .interactions()
                    .filter(replay -> replay.preparedAnswer().isPresent())
                    .map(replay -> request(replay.origin()))
                    .toList();

            var prepared = send(stub, requests);
            tellWireMockToDelayAll(stub, 0);
            var byWireMock = send(stub, requests);

            assertThat(requests).hasSizeGreaterThan(50);
            assertThat(prepared).isEqualTo(byWireMock);
            var journal = requestsIn(stub); // WireMock sorts it by milliseconds, and there are several in one
            assertThat(journal.subList(requests.size(), 2 * requests.size()))
                    .containsExactlyInAnyOrderElementsOf(journal.subList(0, requests.size()));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void an_odd_answer_is_the_same_both_ways(String what, String method, String response) {
        var contract = pact("c", "p", http(what, "{\"method\": \"%s\", \"path\": \"/x\"}".formatted(method), response));
        try (var stub = ReplayServer.builder()
                .pacts(PactFile.load(PactText.files(folder, contract)))
                .listen("p", 0)
                .start()) {
            var request = new Request(method, "/x", List.of(), "");
            var port = stub.url("p").getPort();

            var first = RawHttp.send(port, request);
            var second = RawHttp.send(port, request);
            tellWireMockToDelayAll(stub, 0);
            var byWireMock = RawHttp.send(port, request);

            assertThat(first).isEqualTo(byWireMock);
            assertThat(second).isEqualTo(byWireMock);
        }
    }

    static Stream<Arguments> an_odd_answer_is_the_same_both_ways() {
        return Stream.of(
                odd("HEAD", "HEAD", "{\"status\": 200, \"headers\": {\"Content-Length\": [\"1234\"]}}"),
                odd("no content", "DELETE", "{\"status\": 204}"),
                odd("not modified", "GET", "{\"status\": 304, \"headers\": {\"ETag\": [\"\\\"1\\\"\"]}}"),
                odd("reset content", "POST", "{\"status\": 205}"),
                odd("a status nobody knows", "GET", "{\"status\": 299}"),
                odd("no body", "GET", "{\"status\": 500}"),
                odd("an empty body", "GET", "{\"status\": 200, \"body\": {\"content\": \"\"}}"),
                odd("binary", "GET", """
                        {"status": 200, "headers": {"Content-Type": ["image/png"]},
                         "body": {"content": "iVBORwD/", "contentType": "image/png", "encoded": "base64"}}"""),
                odd(
                        "repeated header fields",
                        "GET",
                        "{\"status\": 200, \"headers\": {\"Set-Cookie\": [\"a=1\", \"b=2\"], \"Vary\": [\"Accept\", \"Origin\"]}}"),
                odd(
                        "names in small letters",
                        "GET",
                        "{\"status\": 200, \"headers\": {\"content-type\": [\"text/plain\"], \"x-one\": [\"1\"], \"ETAG\": [\"2\"]}}"),
                odd(
                        "media types in capitals",
                        "GET",
                        "{\"status\": 200, \"headers\": {\"Content-Type\": [\"Application/JSON;Charset=utf-8\"]}}"),
                odd("two media types", "GET", "{\"status\": 200, \"headers\": {\"Content-Type\": [\"a/b\", \"c/d\"]}}"),
                odd(
                        "characters beyond ASCII",
                        "GET",
                        "{\"status\": 200, \"headers\": {\"X-Name\": [\"é\"], \"X-Sign\": [\"€\"], \"X-Tab\": [\"a\\tb\"], \"X-Line\": [\"a\\r\\nb: c\"]}}"),
                odd("an empty header field", "GET", "{\"status\": 200, \"headers\": {\"X-Empty\": [\"\"]}}"),
                odd(
                        "a length and a framing that are not so",
                        "GET",
                        "{\"status\": 200, \"headers\": {\"Content-Length\": [\"7\"], \"Transfer-Encoding\": [\"chunked\"]}}"),
                odd(
                        "a word on the connection",
                        "GET",
                        "{\"status\": 200, \"headers\": {\"Connection\": [\"keep-alive\"], \"Keep-Alive\": [\"timeout=5\"]}}"));
    }

    @Test
    void the_journal_holds_the_same_of_a_request_both_ways() {
        var contract = pact(
                "c",
                "p",
                http(
                        "form",
                        "{\"method\": \"POST\", \"path\": \"/x\", \"query\": {\"a b\": [\"1\", \"é\"]}}",
                        text("y")));
        try (var stub = ReplayServer.builder()
                .pacts(PactFile.load(PactText.files(folder, contract)))
                .listen("p", 0)
                .start()) {
            var request = Request.post(
                    "/x?a%20b=1&a%20b=%C3%A9",
                    "application/x-www-form-urlencoded; charset=UTF-8",
                    "amount=2000&meta%5Bid%5D=1&expand=a&expand=b",
                    "Cookie: theme=dark; id=7",
                    "X-Forwarded-For: 192.0.2.1",
                    "X-More: 1",
                    "x-more: 2");
            var port = stub.url("p").getPort();

            RawHttp.send(port, request);
            tellWireMockToDelayAll(stub, 0);
            RawHttp.send(port, request);

            var journal = requestsIn(stub);
            assertThat(journal).hasSize(2);
            assertThat(journal.get(1)).isEqualTo(journal.get(0));
            assertThat(journal.get(1).toString())
                    .contains("192.0.2.1", "theme=dark", "meta[id]", "charset=UTF-8", "a b", "form");
        }
    }

    @Test
    void what_wiremock_cannot_hold_does_not_spoil_the_journal() {
        try (var stub = ReplayServer.builder()
                .pacts(PactFile.load(PactText.files(folder, pact("c", "p", PactText.get("/x", "y")))))
                .start()) {
            var answer = RawHttp.send(stub.port(), Request.get("/p/x", "Content-Type: text/plain; charset=nonsense"));
            RawHttp.send(stub.port(), Request.get("/p/x"));

            assertThat(answer.text()).isEqualTo("y");
            assertThat(requestsIn(stub)).hasSize(1);
        }
    }

    @Test
    void a_delay_for_all_holds_for_contracts() {
        try (var stub = ReplayServer.builder()
                .pacts(PactFile.load(PactText.files(folder, pact("c", "p", PactText.get("/x", "y")))))
                .start()) {
            tellWireMockToDelayAll(stub, 5);
            RawHttp.send(stub.port(), Request.get("/p/x"));

            assertThat(admin(stub).get("/requests").<Integer>path("requests[0].timing.addedDelay"))
                    .isEqualTo(5);
        }
    }

    private static Arguments odd(String what, String method, String response) {
        return Arguments.of(what, method, response);
    }

    private static List<Response> send(ReplayServer stub, List<Request> requests) {
        return requests.stream()
                .map(request -> RawHttp.send(stub.port(), request))
                .toList();
    }

    /** With a delay, even one of 0, every answer is WireMock's. */
    private static void tellWireMockToDelayAll(ReplayServer stub, int milliseconds) {
        admin(stub)
                .contentType("application/json")
                .body("{\"fixedDelay\": " + milliseconds + "}")
                .post("/settings")
                .then()
                .statusCode(200);
    }

    /** All that does not tell when and how it was answered. */
    private static List<Map<String, Object>> requestsIn(ReplayServer stub) {
        var events = admin(stub).get("/requests").<List<Map<String, Object>>>path("requests");
        for (var event : events) {
            event.keySet().removeAll(List.of("id", "timing", "subEvents"));
            event.computeIfPresent("request", (name, request) -> {
                ((Map<?, ?>) request).keySet().removeAll(List.of("id", "loggedDate", "loggedDateString"));
                return request;
            });
        }
        return events;
    }

    private static io.restassured.specification.RequestSpecification admin(ReplayServer stub) {
        return given().baseUri(stub.url() + "/__admin");
    }

    /** The contract's example. */
    private static Request request(Origin origin) {
        var example = ((V4Interaction.SynchronousHttp) origin.interaction()).getRequest();
        var headers = new ArrayList<String>();
        example.getHeaders().forEach((name, values) -> values.forEach(value -> headers.add(name + ": " + value)));
        origin.states().forEach(state -> headers.add(RequestedState.HEADER + ": " + RequestedState.of(state)));
        return Request.of(
                example.getMethod(),
                Mappings.basePath(origin.provider()) + example.getPath() + query(example),
                example.getBody().orEmpty(),
                headers.toArray(String[]::new));
    }

    private static String query(IRequest example) {
        var parameters = new ArrayList<String>();
        example.getQuery()
                .forEach((name, values) -> values.forEach(value ->
                        parameters.add(URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8))));
        return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    }
}
