package dev.treaty.stubs.vendor.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTableTest {

    private final RouteTable<String> routes = new RouteTable<String>()
            .add("GET /v1/customers", "list")
            .add("GET /v1/customers/{id}", "find")
            .add("GET /v1/customers/search", "search")
            .add("POST /v1/customers/{customer}", "update")
            .add("GET /v1/customers/{id}/cards/{card}", "card")
            .add("GET /v1/{kind}/{id}/history", "history")
            .add("GET /Messages/{sid}.json", "message")
            .add("GET /Messages/{sid}", "plain message");

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/customers, list",
        "GET, /v1/customers/, list",
        "GET, /v1/customers/cus_1, find",
        "GET, /v1/customers/search, search",
        "POST, /v1/customers/search, update",
        "GET, /v1/customers/cus_1/cards/card_1, card",
        "GET, /v1/customers/cus_1/history, history",
        "GET, /Messages/SM1.json, message",
        "GET, /Messages/SM1, plain message",
        "GET, /Messages/.json, plain message",
    })
    void a_request_leads_to_the_most_specific_route(String method, String path, String target) {
        assertThat(routes.find(method, path)).map(RouteTable.Match::target).contains(target);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /v1/customers",
        "GET, /v1",
        "GET, /",
        "GET, /v1/customers//cards/1",
        "GET, /v1/customers/1/cards"
    })
    void other_requests_lead_nowhere(String method, String path) {
        assertThat(routes.find(method, path)).isEmpty();
    }

    @Test
    void parameters_have_the_names_of_their_own_route_and_are_decoded() {
        assertThat(routes.find("GET", "/v1/customers/a%2Fb+c").orElseThrow().parameters())
                .isEqualTo(Map.of("id", "a/b+c"));
        assertThat(routes.find("POST", "/v1/customers/a%zz").orElseThrow().parameters())
                .as("what is encoded wrongly is left as it is")
                .isEqualTo(Map.of("customer", "a%zz"));
        assertThat(routes.find("GET", "/Messages/SM1.json").orElseThrow().parameters())
                .isEqualTo(Map.of("sid", "SM1"));
    }

    @Test
    void a_path_has_methods() {
        assertThat(routes.methods("/v1/customers/cus_1")).containsExactly("GET", "POST");
        assertThat(routes.methods("/v2")).isEmpty();
    }
}
