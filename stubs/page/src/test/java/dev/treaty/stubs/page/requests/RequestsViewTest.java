package dev.treaty.stubs.page.requests;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static dev.treaty.pacts.testing.PactText.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.page.FixedSource;
import dev.treaty.stubs.page.SeenRequests;
import dev.treaty.stubs.page.source.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RequestsViewTest {

    private static final String CONTRACT = pact(
            "shop",
            "stripe",
            http(
                    "a request for a charge",
                    "[{\"name\": \"a charge exists\"}]",
                    "{\"method\": \"GET\", \"path\": \"/v1/charges/ch_1\", \"query\": {\"expand\": [\"customer\"]}}",
                    text("a charge")));

    @Test
    void a_journal_of_ten_thousand_requests_is_shown_a_page_at_a_time() {
        var source = new FixedSource(CONTRACT);
        LongStream.range(0, 10_000)
                .forEach(number -> source.seen(SeenRequests.miss(number, "GET", "/stripe/v1/" + number, Map.of(), "")));

        var first = source.view("view=requests");

        assertThat(first).contains(">GET /v1/9999</a>", ">GET /v1/9800</a>").doesNotContain(">GET /v1/9799</a>");
        assertThat(first.length()).isLessThan(150_000);
        assertThat(source.view("view=requests&before=9800"))
                .contains(">GET /v1/9799</a>", ">GET /v1/9600</a>")
                .doesNotContain(">GET /v1/9800</a>", "data-live");
    }

    @Test
    void requests_are_found_by_outcome_provider_and_text() {
        var source = new FixedSource(CONTRACT)
                .seen(SeenRequests.miss(0, "GET", "/stripe/one", Map.of(), ""))
                .seen(SeenRequests.miss(1, "GET", "/twilio/two", Map.of(), ""))
                .seen(SeenRequests.of(2, "GET", "/stripe/three", Map.of(), "", Outcome.REPLAY, 200, ""));

        assertThat(source.view("view=requests&provider=stripe&outcome=miss"))
                .contains("/one")
                .doesNotContain("/two", "/three");
        assertThat(source.view("view=requests&q=THREE")).contains("/three").doesNotContain("/one", "/two");
    }

    @Test
    void a_miss_shows_the_nearest_interaction_side_by_side_and_a_test_to_paste() {
        var source = new FixedSource(CONTRACT)
                .seen(SeenRequests.miss(0, "GET", "/stripe/v1/charges/ch_1?expand=invoice", Map.of(), ""));

        var view = source.view("view=requests&request=0");

        assertThat(view)
                .contains(
                        "a request for a charge",
                        "given a charge exists",
                        "<th scope=\"row\">query expand</th>",
                        "<code>customer</code>",
                        "<code>invoice</code>",
                        " differs</span>",
                        "curl -i &#39;http://127.0.0.1:8080/stripe/v1/charges/ch_1?expand=invoice&#39;",
                        "@Pact(consumer = &quot;shop&quot;, provider = &quot;stripe&quot;)",
                        "Add mapping without a contract");
    }

    @Test
    void the_draft_is_for_the_consumer_and_the_description_that_are_chosen() {
        var source = new FixedSource(CONTRACT).seen(SeenRequests.miss(0, "GET", "/stripe/v1/x", Map.of(), ""));

        assertThat(source.view("view=requests&request=0&consumer=billing&description=a+request+for+x"))
                .contains("consumers/billing/src/test/java", "a request for x");
    }

    @Test
    void a_miss_whose_contract_has_come_since_says_so() {
        var source = new FixedSource(pact("shop", "stripe", get("/v1/new", "new")))
                .seen(SeenRequests.miss(0, "GET", "/stripe/v1/new", Map.of(), ""));

        assertThat(source.view("view=requests&request=0"))
                .contains("Asked again now, it would be answered by", "a GET of /v1/new");
    }

    @Test
    void secrets_are_hidden_in_all_that_is_shown_of_a_request() {
        var source = new FixedSource(CONTRACT)
                .seen(SeenRequests.miss(
                        0,
                        "POST",
                        "/stripe/v1/login?api_key=hush1",
                        Map.of("Authorization", List.of("Bearer hush2"), "Content-Type", List.of("application/json")),
                        "{\"password\": \"hush3\", \"name\": \"ann\"}"));

        assertThat(source.view("view=requests&request=0")).contains("ann").doesNotContain("hush1", "hush2", "hush3");
        assertThat(source.view("view=requests")).doesNotContain("hush");
        assertThat(source.view("view=requests&q=hush1")).doesNotContain("/v1/login");
    }

    @Test
    void a_request_that_is_forgotten_says_so() {
        assertThat(new FixedSource(CONTRACT).view("view=requests&request=7")).contains("This request is not there");
    }

    @Test
    void before_the_first_request_the_page_says_how_to_send_one() {
        assertThat(new FixedSource(CONTRACT).view(""))
                .contains("No requests yet", "curl -i http://127.0.0.1:8080/stripe/");
    }
}
