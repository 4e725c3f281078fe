package dev.treaty.stubs.http.provider;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static dev.treaty.pacts.testing.PactText.text;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.pacts.testing.RawHttp.Response;
import dev.treaty.stubs.http.ReplayServer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who answers a request: a fault, a mapping, the provider's replay or a contract. */
class ReplayOrderTest {

    private static final String CONTRACT = pact(
            "web",
            "shop",
            http("an order", "{\"method\": \"POST\", \"path\": \"/orders\"}", text("the contract's order")),
            http(
                    "an order of a customer who owes money",
                    "[{\"name\": \"a customer owes money\"}]",
                    "{\"method\": \"POST\", \"path\": \"/orders\"}",
                    text("refused")),
            get("/orders/order_42", "the contract's order_42"),
            get("/returns", "the contract's returns"));

    private final OrderReplay replay = new OrderReplay();
    private ReplayServer stub = start(builder -> builder);

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void the_replay_answers_before_the_contract_does() {
        assertThat(create().text()).isEqualTo("order order_1");
        assertThat(create().text()).isEqualTo("order order_2");
        assertThat(read("/shop/orders/order_2").text()).isEqualTo("order order_2");
    }

    @Test
    void a_fault_precedes_the_replay() {
        var failed = create("Stub-Status: 503");

        assertThat(failed.status()).isEqualTo(503);
        assertThat(replay.created()).isZero();
    }

    @Test
    void a_mapping_that_was_added_precedes_the_replay() {
        addMapping("/shop/orders/order_1", "");
        create();

        assertThat(read("/shop/orders/order_1").text()).isEqualTo("added");
    }

    @Test
    void a_less_urgent_mapping_answers_only_what_neither_the_replay_nor_a_contract_does() {
        addMapping("/shop/orders/order_1", "\"priority\": 9,");
        addMapping("/shop/returns", "\"priority\": 9,");
        addMapping("/shop/stores", "\"priority\": 9,");
        create();

        assertThat(read("/shop/orders/order_1").text()).isEqualTo("order order_1");
        assertThat(read("/shop/returns").text()).isEqualTo("the contract's returns");
        assertThat(read("/shop/stores").text()).isEqualTo("added");
    }

    @Test
    void a_provider_state_that_a_request_asks_for_is_answered_by_its_contract() {
        assertThat(create("Pact-Provider-State: a customer owes money").text()).isEqualTo("refused");
        assertThat(replay.created()).isZero();
    }

    @Test
    void a_given_state_is_answered_by_its_contract_and_all_else_by_the_replay() {
        stub.close();
        stub = start(builder -> builder.given("a customer owes money"));

        assertThat(create().text()).isEqualTo("refused");
        assertThat(read("/shop/orders/order_7").text()).isEqualTo("shop has no order_7");
    }

    @Test
    void an_id_that_only_a_contract_names_is_answered_by_the_contract() {
        assertThat(read("/shop/orders/order_42").text()).isEqualTo("the contract's order_42");
        assertThat(read("/shop/orders/order_4").text()).isEqualTo("shop has no order_4");
    }

    @Test
    void what_the_replay_does_not_cover_is_answered_by_the_contract() {
        assertThat(read("/shop/returns").text()).isEqualTo("the contract's returns");
    }

    @Test
    void what_nobody_covers_is_an_error_that_says_so() {
        var missing = read("/shop/stores?secret=1");

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.headers()).contains("Treaty-Not-Covered: operation");
        assertThat(missing.text())
                .startsWith("shop says 404: The replay of shop does not cover this request. "
                        + "No interaction of shop is for GET /stores.");
    }

    @Test
    void a_state_that_no_interaction_has_is_not_invented() {
        var missing = create("Pact-Provider-State: a customer is rich");

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.headers()).contains("Treaty-Not-Covered: state");
        assertThat(replay.created()).isZero();
    }

    @Test
    void only_contracts_answer_if_nothing_else_is_wanted() {
        stub.close();
        stub = start(ReplayServer.Builder::contractsOnly);

        assertThat(create().text()).isEqualTo("the contract's order");
        assertThat(read("/shop/orders/order_7").headers())
                .contains("Content-Type: application/problem+json")
                .noneMatch(header -> header.startsWith("Treaty-Not-Covered"));
        assertThat(stub.replays()).isEmpty();
    }

    @Test
    void the_journal_shows_what_the_replay_answered() {
        create();
        read("/shop/stores");

        given().get(stub.url() + "/__admin/requests")
                .then()
                .body("requests.size()", equalTo(2))
                .body("requests[1].request.url", equalTo("/shop/orders"))
                .body("requests[1].wasMatched", equalTo(true))
                .body("requests[1].response.status", equalTo(201))
                .body("requests[1].response.body", equalTo("order order_1"))
                .body("requests[0].wasMatched", equalTo(false));
        given().get(stub.url() + "/__admin/requests/unmatched")
                .then()
                .body("requests.size()", equalTo(1))
                .body("requests[0].url", equalTo("/shop/stores"));
    }

    @Test
    void the_metrics_count_what_the_replay_answered() {
        create();

        await().untilAsserted(() -> given().get(stub.url() + "/__admin/metrics")
                .then()
                .body(containsString("treaty_stub_requests_total{outcome=\"replay\",provider=\"shop\"} 1.0")));
    }

    @Test
    void the_global_delay_precedes_the_replay_which_is_asked_once() {
        given().contentType("application/json")
                .body("{\"fixedDelay\": 300}")
                .post(stub.url() + "/__admin/settings")
                .then()
                .statusCode(200);
        var start = System.nanoTime();

        assertThat(create().text()).isEqualTo("order order_1");

        assertThat((System.nanoTime() - start) / 1_000_000).isGreaterThanOrEqualTo(300);
        assertThat(replay.created()).isEqualTo(1);
        given().get(stub.url() + "/__admin/requests").then().body("requests[0].timing.addedDelay", equalTo(300));
    }

    private void addMapping(String path, String priority) {
        given().contentType("application/json")
                .body("""
                        {%s "request": {"urlPath": "%s"}, "response": {"status": 200, "body": "added"}}""".formatted(priority, path))
                .post(stub.url() + "/__admin/mappings")
                .then()
                .statusCode(201);
    }

    private Response create(String... headers) {
        return RawHttp.send(stub.port(), Request.of("POST", "/shop/orders", new byte[0], headers));
    }

    private Response read(String target) {
        return RawHttp.send(stub.port(), Request.get(target));
    }

    private ReplayServer start(UnaryOperator<ReplayServer.Builder> configure) {
        return configure
                .apply(ReplayServer.builder()
                        .pacts(List.of(PactFile.parse(Path.of("web-shop.json"), CONTRACT)))
                        .providerStubs(List.of(replay)))
                .start();
    }
}
