package dev.treaty.stubs.stripe.generic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.junit.StubServer;
import dev.treaty.stubs.stripe.surface.Operation;
import dev.treaty.stubs.stripe.surface.Surface;
import dev.treaty.stubs.stripe.testing.Browser;
import dev.treaty.stubs.stripe.testing.TestAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@link TestAccount} fails if a response does not satisfy the data. */
@StubServer("stripe")
class GenericResourcesTest {

    private final String stripe;

    GenericResourcesTest(String stripe) {
        this.stripe = stripe;
    }

    @Test
    void every_list_and_every_singleton_satisfies_the_data() {
        var account = new TestAccount(stripe);

        for (var operation : Surface.get().operations()) {
            if (operation.verb().equals("GET") && !operation.path().contains("{") && !operation.isSearch()) {
                var response = account.get(operation.path(), SampleParameters.of(operation));

                assertThat(response.status())
                        .as(operation.route() + response.json())
                        .isIn(200, 400);
            }
        }
    }

    @Test
    void whatever_is_created_can_be_read_changed_listed_and_deleted() {
        var account = new TestAccount(stripe);
        var refused = new ArrayList<String>();

        for (var operation : Surface.get().operations()) {
            if (OperationRole.of(operation) == OperationRole.CREATE
                    && !operation.path().contains("{")) {
                runLife(account, operation).ifPresent(refused::add);
            }
        }

        // refused because a part of the replay knows better than the sample what is needed
        assertThat(refused).hasSizeLessThan(50);
    }

    @Test
    void what_was_created_can_be_acted_on() {
        var account = new TestAccount(stripe);
        var tried = new ArrayList<String>();

        for (var action : Surface.get().operations()) {
            var end = action.path().indexOf("/{id}/");
            var isOfOneObject = end > 0 && action.path().split("[{]", -1).length == 2;
            if (action.verb().equals("POST") && OperationRole.of(action) == OperationRole.ACTION && isOfOneObject) {
                var create = Surface.get().operation("POST " + action.path().substring(0, end));
                create.map(operation -> account.post(operation.path(), SampleParameters.of(operation))
                                .id())
                        .filter(id -> !id.isEmpty())
                        .ifPresent(id -> {
                            var response = account.post(action.path().replace("{id}", id), SampleParameters.of(action));
                            tried.add(action.route());

                            assertThat(response.status())
                                    .as("%s %s", action.route(), response.json())
                                    .isNotEqualTo(404);
                        });
            }
        }

        assertThat(tried).contains("POST /v1/quotes/{id}/finalize", "POST /v1/topups/{id}/cancel");
    }

    @Test
    void a_new_object_has_a_status_that_says_so() {
        var account = new TestAccount(stripe);

        assertThat(account.post("/v1/quotes").text("/status")).isEqualTo("draft");
        assertThat(account.post("/v1/topups", "amount", 500, "currency", "usd").text("/status"))
                .isEqualTo("pending");
        assertThat(account.get("/v1/accounts/" + account.post("/v1/accounts").id())
                        .text("/object"))
                .isEqualTo("account");
    }

    @Test
    void secrets_and_addresses_are_never_empty() {
        var account = new TestAccount(stripe);
        var connected = account.post("/v1/accounts").id();

        var link = account.post("/v1/account_links", "account", connected, "type", "account_onboarding");

        assertThat(account.post("/v1/terminal/connection_tokens").text("/secret"))
                .startsWith("pst_test_");
        assertThat(account.post("/v1/ephemeral_keys").text("/secret")).startsWith("ek_test_");
        assertThat(Browser.open(link.text("/url")).body()).contains("The stub server does not simulate this page");
    }

    /** What Stripe would say against the sample; empty if it was accepted. */
    private static Optional<String> runLife(TestAccount account, Operation create) {
        var created = account.post(create.path(), SampleParameters.of(create));
        if (created.status() >= 400) {
            return Optional.of(create.route() + ": " + created.text("/error/message"));
        }
        var one = create.path() + "/" + created.id();
        for (var verb : List.of("GET", "POST", "DELETE")) {
            if (Surface.get().operation(verb + " " + create.path() + "/{id}").isPresent()) {
                var status = send(account, verb, one);

                assertThat(status).as("%s %s", verb, one).isIn(200, 400);
            }
        }
        return Optional.empty();
    }

    private static int send(TestAccount account, String verb, String path) {
        return switch (verb) {
            case "GET" -> account.get(path).status();
            case "POST" -> account.post(path, "metadata[a]", "b").status();
            default -> account.delete(path).status();
        };
    }
}
