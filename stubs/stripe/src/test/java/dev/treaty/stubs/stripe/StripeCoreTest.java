package dev.treaty.stubs.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;
import com.sun.net.httpserver.HttpServer;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.http.ReplayServer;
import dev.treaty.stubs.http.provider.ReplaySettings;
import dev.treaty.stubs.junit.StubServer;
import dev.treaty.stubs.stripe.testing.TestAccount;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What all resources have in common, through the front door. The checks for Node.js in stubs/sdks go into the details. */
@StubServer("stripe")
class StripeCoreTest {

    private static final String CUSTOMERS = "/v1/customers";

    private final TestAccount account;

    StripeCoreTest(String stripe) {
        account = new TestAccount(stripe);
    }

    @Test
    void metadata_is_merged_and_the_event_says_what_was_before() {
        var id = account.post(CUSTOMERS, "name", "Erika", "metadata[a]", 1).id();

        var updated = account.post(CUSTOMERS + "/" + id, "name", "Max", "metadata[a]", "", "metadata[b]", 2);

        assertThat(updated.json().path("metadata")).hasToString("{\"b\":\"2\"}");
        var event = account.get("/v1/events", "type", "customer.updated");
        assertThat(event.json().at("/data/0/data/previous_attributes"))
                .hasToString("{\"metadata\":{\"b\":null,\"a\":\"1\"},\"name\":\"Erika\"}");
    }

    @Test
    void a_quantity_is_not_negative() {
        var refused = account.post("/v1/subscriptions", "customer", "cus_42", "items[0][quantity]", -1);

        assertThat(refused.text("/error/code")).isEqualTo("parameter_invalid_integer");
        assertThat(refused.text("/error/param")).isEqualTo("items[0][quantity]");
        assertThat(refused.text("/error/message")).isEqualTo("Invalid non-negative integer");
    }

    @Test
    void metadata_may_have_any_name() {
        var id = account.post(CUSTOMERS, "metadata[_a]", 1).id();

        var updated = account.post(CUSTOMERS + "/" + id, "metadata[_a]", 2);

        assertThat(updated.json().path("metadata")).hasToString("{\"_a\":\"2\"}");
        var event = account.get("/v1/events", "type", "customer.updated");
        assertThat(event.json().at("/data/0/data/object/metadata")).hasToString("{\"_a\":\"2\"}");
        assertThat(event.json().at("/data/0/data/previous_attributes")).hasToString("{\"metadata\":{\"_a\":\"1\"}}");
    }

    @Test
    void a_deleted_customer_can_be_read_and_not_deleted_again() {
        var one = CUSTOMERS + "/" + account.post(CUSTOMERS).id();
        account.delete(one);

        assertThat(account.get(one).text("/deleted")).isEqualTo("true");
        var again = account.delete(one);
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.text("/error/code")).isEqualTo("resource_missing");
        assertThat(again.text("/error/param")).isEqualTo("id");
    }

    @Test
    void pages_lead_forwards_and_back() {
        var ids = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            ids.add(account.post(CUSTOMERS).id());
        }
        Collections.reverse(ids);

        var next = account.get(CUSTOMERS, "limit", 2, "starting_after", ids.get(1));
        var before = account.get(CUSTOMERS, "limit", 2, "ending_before", ids.get(2));

        assertThat(next.json().findValuesAsText("id")).containsExactlyElementsOf(ids.subList(2, 4));
        assertThat(next.text("/has_more")).isEqualTo("true");
        assertThat(before.json().findValuesAsText("id")).containsExactlyElementsOf(ids.subList(0, 2));
        assertThat(before.text("/has_more")).isEqualTo("false");
    }

    @Test
    void a_list_has_at_least_one_object_and_at_most_a_hundred() {
        account.post(CUSTOMERS);
        account.post(CUSTOMERS);

        assertThat(account.get(CUSTOMERS, "limit", 0).json().path("data")).hasSize(1);
        assertThat(account.get(CUSTOMERS, "limit", 101).json().path("data")).hasSize(2);
        assertThat(account.get(CUSTOMERS + "/search", "query", "created>0", "limit", 101)
                        .text("/error/param"))
                .isEqualTo("limit");
    }

    @Test
    void an_empty_id_is_no_list() {
        var response = account.get(CUSTOMERS + "/");

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.text("/error/message"))
                .startsWith("Unrecognized request URL (GET: /v1/customers/). If you are trying to list objects");
    }

    @Test
    void lists_are_filtered_by_nested_fields_and_by_ids() {
        var customer = account.post(CUSTOMERS, "tax_id_data[0][type]", "eu_vat", "tax_id_data[0][value]", "DE123456789")
                .id();
        var one = account.post("/v1/products", "name", "Gold").id();
        account.post("/v1/products", "name", "Silver");

        var taxIds = account.get("/v1/tax_ids", "owner[type]", "customer", "owner[customer]", customer);
        var others = account.get("/v1/tax_ids", "owner[type]", "customer", "owner[customer]", "cus_other");
        var products = account.get("/v1/products", "ids[]", one);

        assertThat(taxIds.text("/data/0/country")).isEqualTo("DE");
        assertThat(others.json().path("data")).isEmpty();
        assertThat(products.json().findValuesAsText("name")).containsExactly("Gold");
    }

    @Test
    void parameters_are_refused_in_the_words_of_stripe() {
        assertThat(account.post(CUSTOMERS, "emial", "x").text("/error/message"))
                .isEqualTo("Received unknown parameter: emial. Did you mean email?");
        assertThat(account.post("/v1/payment_intents", "currency", "eur").text("/error/message"))
                .isEqualTo("Missing required param: amount.");
        assertThat(account.post("/v1/payment_intents", "amount", "abc", "currency", "eur")
                        .text("/error/message"))
                .isEqualTo("Invalid integer: abc");
        assertThat(account.post(CUSTOMERS, "description", "x".repeat(5_001)).text("/error/message"))
                .isEqualTo("Invalid string: xxxx...xxxx; must be at most 5000 characters");
        assertThat(account.post(CUSTOMERS, "metadata[a[b]]", 1).text("/error/param"))
                .isEqualTo("metadata");
    }

    @Test
    void a_key_has_one_effect_for_a_day_and_belongs_to_its_parameters() {
        var first = account.postOnce("key", CUSTOMERS, "name", "Erika");
        var second = account.postOnce("key", CUSTOMERS, "name", "Erika");
        var other = account.postOnce("key", CUSTOMERS, "name", "Max");
        account.advance("PT25H");
        var later = account.postOnce("key", CUSTOMERS, "name", "Erika");

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(second.header("Original-Request")).isEqualTo(first.header("Request-Id"));
        assertThat(other.text("/error/type")).isEqualTo("idempotency_error");
        assertThat(later.id()).isNotEqualTo(first.id());
    }

    @Test
    void search_understands_its_language_and_refuses_nonsense() {
        account.post(CUSTOMERS, "email", "erika@example.org", "metadata[tier]", "gold");
        account.post(CUSTOMERS, "email", "max@example.org");

        assertThat(found("email~\"example\" AND -metadata[\"tier\"]:\"gold\"")).hasSize(1);
        assertThat(found("metadata[\"tier\"]:null OR email:'ERIKA@example.org'"))
                .hasSize(2);
        assertThat(account.get(CUSTOMERS + "/search", "query", "nonsense").text("/error/message"))
                .startsWith("We were unable to parse your search query.");
    }

    private List<String> found(String query) {
        return account.get(CUSTOMERS + "/search", "query", query).json().findValuesAsText("email");
    }

    @Test
    void expansion_reaches_into_lists_and_refuses_what_is_no_object() {
        var customer = account.post(CUSTOMERS, "name", "Erika").id();
        account.post("/v1/payment_intents", "amount", 2000, "currency", "eur", "customer", customer);

        var list = account.get("/v1/payment_intents", "expand[]", "data.customer");

        assertThat(list.text("/data/0/customer/name")).isEqualTo("Erika");
        assertThat(account.get(CUSTOMERS + "/" + customer, "expand[]", "name").text("/error/message"))
                .isEqualTo("This property cannot be expanded (name).");
    }

    @Test
    void an_endpoint_of_the_command_line_receives_signed_events() throws Exception {
        var received = Collections.synchronizedList(new ArrayList<String>());
        var application = application(received);
        var url = URI.create("http://127.0.0.1:" + application.getAddress().getPort() + "/hook");
        var settings = new ReplaySettings(Optional.empty(), Map.of("stripe", List.of(url)), Set.of());
        try (var server = ReplayServer.builder()
                .pacts(PactFile.onClassPath())
                .replays(settings)
                .start()) {
            var shop = new TestAccount(server.url("stripe").toString().replaceAll("/$", ""));
            shop.post(CUSTOMERS, "name", "Erika");
            shop.advance("PT1S");
        } finally {
            application.stop(0);
        }

        assertThat(received).hasSize(2);
        var event = Webhook.constructEvent(received.get(1), received.get(0), StripeStub.WEBHOOK_SECRET, 3_600);
        assertThat(event.getType()).isEqualTo("customer.created");
        assertThat(event.getDataObjectDeserializer().getObject()).isPresent();
    }

    private static HttpServer application(List<String> received) throws IOException {
        var application = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        application.createContext("/hook", exchange -> {
            received.add(exchange.getRequestHeaders().getFirst("Stripe-Signature"));
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        application.start();
        return application;
    }
}
