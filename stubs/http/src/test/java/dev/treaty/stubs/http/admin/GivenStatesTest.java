package dev.treaty.stubs.http.admin;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static dev.treaty.pacts.testing.PactText.text;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.PactText;
import dev.treaty.stubs.http.ReplayServer;
import io.restassured.response.ValidatableResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Provider states for all requests, through the admin API. */
class GivenStatesTest {

    private static final String REQUEST = "{\"method\": \"GET\", \"path\": \"/hours\"}";

    @TempDir
    Path folder;

    private ReplayServer stub = ReplayServer.builder().start();

    @BeforeEach
    void start() {
        stub.close();
        var shop = pact(
                "web",
                "shop",
                http("hours", "[]", REQUEST, text("9 to 5")),
                http("hours in winter", state("it is winter", "{\"month\": 1}"), REQUEST, text("10 to 4")),
                http("hours when it snows", state("it is winter", "{\"month\": 2}"), REQUEST, text("never")),
                http("hours of a feast", state("it is a feast", "{}"), REQUEST, text("all night")));
        stub = ReplayServer.builder()
                .pacts(PactFile.load(PactText.files(folder, shop, pact("web", "bank", get("/accounts", "none")))))
                .listen("shop", 0)
                .start();
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void states_are_given_until_they_are_taken_away() {
        assertThat(hours()).isEqualTo("9 to 5");

        put("{\"given\": [\"it is a feast\"]}").statusCode(200).body("given.name", equalTo(List.of("it is a feast")));
        assertThat(hours()).isEqualTo("all night");

        put("{\"given\": [{\"name\": \"it is winter\", \"params\": {\"month\": 2}}]}")
                .statusCode(200);
        assertThat(hours()).isEqualTo("never");

        put("{\"given\": [\"it is winter {\\\"month\\\": 1}\"]}").statusCode(200);
        assertThat(hours()).isEqualTo("10 to 4");

        given().delete(states()).then().statusCode(200).body("given", hasSize(0));
        assertThat(hours()).isEqualTo("9 to 5");
    }

    @Test
    void what_is_given_and_what_the_contracts_know_are_listed_by_provider() {
        put("{\"given\": [\"it is a feast\", \"it is a feast\"]}").statusCode(200);

        given().get(states())
                .then()
                .statusCode(200)
                .body("given", hasSize(1))
                .body("given[0].name", equalTo("it is a feast"))
                .body("known.bank", hasSize(0))
                .body("known.shop", hasSize(3))
                .body("known.shop[0].name", equalTo("it is winter"))
                .body("known.shop[0].params.month", equalTo(1))
                .body("known.shop[2].name", equalTo("it is a feast"));
    }

    @Test
    void what_is_listed_can_be_given_as_it_is() {
        var listed = given().get(states()).<Object>path("known.shop");

        given().contentType("application/json")
                .body(Map.of("given", listed))
                .put(states())
                .then()
                .statusCode(200)
                .body("given", equalTo(listed));
    }

    @Test
    void a_state_that_no_contract_has_is_refused_with_the_nearest() {
        put("{\"given\": [\"it is a feast\", \"it is summer\"]}")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("https://treaty.dev/problems/invalid-states"))
                .body("detail", equalTo("""
                        No interaction has the provider state "it is summer".
                          where: the contracts with bank, shop; the nearest are "it is a feast", "it is winter {"month":1}", "it is winter {"month":2}"
                          fix:   name one of these, or record an interaction that has it"""));
        assertThat(hours()).isEqualTo("9 to 5");
    }

    @Test
    void what_is_not_a_list_of_states_is_refused_with_an_example() {
        refused("{\"given\": \"it is a feast\"}", "it must be an object with the list \"given\", and nothing else");
        refused("{\"give\": []}", "it must be an object with the list \"given\", and nothing else");
        refused("{\"given\": [], \"known\": {}}", "it must be an object with the list \"given\", and nothing else");
        refused("[", "it is not JSON");
        refused("", "it must be an object with the list \"given\", and nothing else");
        var rule = "a state must be its name, or an object with the text \"name\" and perhaps the object \"params\"";
        refused("{\"given\": [7]}", rule);
        refused("{\"given\": [\" \"]}", rule);
        refused("{\"given\": [{\"name\": \"it is a feast\", \"parameters\": {}}]}", rule);
        refused("{\"given\": [{\"name\": \"it is a feast\", \"params\": 1}]}", rule);
    }

    @Test
    void a_page_of_another_origin_may_not_change_them() {
        given().header("Origin", "https://example.org")
                .body("{\"given\": [\"it is a feast\"]}")
                .put(states())
                .then()
                .statusCode(403);

        assertThat(hours()).isEqualTo("9 to 5");
    }

    private void refused(String body, String reason) {
        put(body).statusCode(400).body("detail", equalTo("""
                        The provider states cannot be read: %s.
                          where: the body
                          fix:   send e.g. {"given": ["a payment exists", {"name": "a customer exists", "params": {"id": "cus_42"}}]}""".formatted(reason)));
    }

    private ValidatableResponse put(String body) {
        return given().contentType("application/json").body(body).put(states()).then();
    }

    private String states() {
        return stub.url() + "/__admin/states";
    }

    private String hours() {
        return given().get(stub.url("shop") + "/hours").asString();
    }

    private static String state(String name, String parameters) {
        return "[{\"name\": \"%s\", \"params\": %s}]".formatted(name, parameters);
    }
}
