package dev.treaty.stubs.server;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.treaty.pacts.testing.PactText;
import dev.treaty.pacts.testing.broker.BrokerReplay;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve --broker}: what is selected is served, and nothing else. */
class BrokerStubsTest {

    private static final String OFTEN = "--refresh=0.05s";

    @RegisterExtension
    final BrokerReplay broker = new BrokerReplay();

    @TempDir
    Path folder;

    private PublishedShop shop;

    @BeforeEach
    void findTheShop() {
        shop = new PublishedShop(broker, folder);
    }

    private RunningServe serving(String... arguments) throws InterruptedException {
        return RunningServe.with(all("--listen=shop=0", arguments));
    }

    private CommandRun refused(String... arguments) {
        return CommandRun.of(all("serve", arguments));
    }

    private String[] all(String first, String... others) {
        return Stream.of(Stream.of(first, "--port=0", "--broker=" + broker.url()), Stream.of(others))
                .flatMap(arguments -> arguments)
                .toArray(String[]::new);
    }

    private static String text(RunningServe served) {
        return text(served, "/");
    }

    private static String text(RunningServe served, String path) {
        return response(served, path).asString();
    }

    private static Response response(RunningServe served, String path) {
        return given().urlEncodingEnabled(false).get(served.url("shop") + path);
    }

    private static List<String> admin(RunningServe served, String field) {
        return response(served, "/__admin/contracts").jsonPath().getList("contracts." + field);
    }

    @Nested
    class What_is_selected_is_served {

        @Test
        void the_newest_version_of_the_main_branch_by_default() throws Exception {
            shop.publish("v1", "main", "old");
            shop.publish("v2", "main", "new");
            shop.publish("v3", "feat/x", "unfinished");

            try (var served = serving("--provider=shop")) {
                assertThat(text(served)).isEqualTo("new");
                assertThat(served.banner()).contains("serves 1 interaction of 1 contract", """
                                From the broker at %s, the newest version of each consumer's main branch:
                                  billing -> shop  version v2 (branch main)
                                Asked again every 30s.
                                """.formatted(broker.url()));
            }
        }

        @Test
        void the_newest_version_of_a_branch() throws Exception {
            shop.publish("v1", "main", "done");
            shop.publish("v2", "feat/x", "unfinished");

            try (var served = serving("--provider=shop", "--branch=feat/x")) {
                assertThat(text(served)).isEqualTo("unfinished");
                assertThat(admin(served, "branch")).containsExactly("feat/x");
            }
        }

        @Test
        void every_version_that_is_deployed_to_an_environment() throws Exception {
            shop.publish("v1", "main", "shop", get("/v1", "blue"));
            shop.publish("v2", "main", "shop", get("/v2", "green"));
            shop.publish("v3", "main", "shop", get("/v3", "not deployed"));
            shop.deploy("v1", "production", "blue");
            shop.deploy("v2", "production", "green");

            try (var served = serving("--provider=shop", "--environment=production")) {
                assertThat(text(served, "/v1")).isEqualTo("blue");
                assertThat(text(served, "/v2")).isEqualTo("green");
                assertThat(response(served, "/v3").statusCode()).isEqualTo(404);
                assertThat(served.banner()).contains("version v1 (in production)", "version v2 (in production)");
            }
        }

        @Test
        void of_versions_that_contradict_each_other_the_first_responds() throws Exception {
            shop.publish("v1", "main", "v1");
            shop.publish("v2", "main", "v2");
            shop.deploy("v1", "production", "blue");
            shop.deploy("v2", "production", "green");

            try (var served = serving("--provider=shop", "--environment=production")) {
                var versions = admin(served, "consumerVersion");
                assertThat(versions).containsExactlyInAnyOrder("v1", "v2");
                assertThat(text(served)).isEqualTo(versions.get(0));
            }
            try (var strict = serving("--provider=shop", "--environment=production", "--strict")) {
                assertThat(response(strict, "/").statusCode()).isEqualTo(409);
            }
        }

        @Test
        void one_version() throws Exception {
            shop.publish("v1", "main", "old");
            shop.publish("v2", "main", "new");

            try (var served = serving("--provider=shop", "--consumer-version=v1")) {
                assertThat(text(served)).isEqualTo("old");
                assertThat(admin(served, "consumerVersion")).containsExactly("v1");
            }
        }

        @Test
        void all_providers_that_have_contracts_if_none_is_named() throws Exception {
            shop.publish("v1", "main", "shop", get("/", "goods"));
            shop.publish("v1", "main", "bank", get("/", "money"));

            try (var served = serving()) {
                assertThat(admin(served, "provider")).containsExactly("bank", "shop");
            }
            try (var served = serving("--provider=shop")) {
                assertThat(admin(served, "provider")).containsExactly("shop");
            }
        }

        @Test
        void beside_files_which_come_first() throws Exception {
            shop.publish("v1", "main", "shop", get("/", "published"));
            var file = PactText.write(
                    folder, "local.json", pact("billing", "shop", get("/", "local"), get("/new", "too")));

            try (var served = serving("--provider=shop", "--pacts=" + file)) {
                assertThat(text(served)).isEqualTo("local");
                assertThat(text(served, "/new")).isEqualTo("too");
                assertThat(admin(served, "consumerVersion")).containsExactly(null, "v1");
            }
        }
    }

    @Nested
    class Which_version_it_is {

        @Test
        void the_admin_API_says() throws Exception {
            shop.publish("v1", "main", "new");

            try (var served = serving("--provider=shop")) {
                var contract = response(served, "/__admin/contracts").jsonPath();
                assertThat(contract.getMap("contracts[0]"))
                        .containsEntry("consumer", "billing")
                        .containsEntry("provider", "shop")
                        .containsEntry("interactions", 1)
                        .containsEntry("consumerVersion", "v1")
                        .containsEntry("branch", "main")
                        .containsEntry("selectedBecause", List.of("latest version from the main branch 'main' (v1)"))
                        .doesNotContainKey("file");
                assertThat(contract.getString("contracts[0].url"))
                        .isEqualTo("%s/pacts/provider/shop/consumer/billing/pact-version/%s"
                                .formatted(broker.url(), contract.getString("contracts[0].contentSha")));
            }
        }

        @Test
        void a_response_to_a_request_that_nothing_matches_says() throws Exception {
            shop.publish("v1", "feat/x", "new");

            try (var served = serving("--provider=shop", "--branch=feat/x")) {
                assertThat(response(served, "/other").jsonPath().getString("candidates[0].file"))
                        .isEqualTo("billing-shop version v1");
            }
        }
    }

    @Nested
    class When_the_selection_changes {

        @Test
        void the_new_version_is_live_and_the_old_one_is_gone() throws Exception {
            shop.publish("v1", "main", "old");

            try (var served = serving("--provider=shop", OFTEN)) {
                shop.publish("v2", "main", "new");

                assertThat(served.until("is live"))
                        .contains("billing-shop version v2 is live: 1 interaction of billing -> shop");
                assertThat(served.until("no longer"))
                        .contains("billing-shop version v1 is not selected any more and is no longer served");
                assertThat(text(served)).isEqualTo("new");
                assertThat(shop.contentsRead()).isEqualTo(2);
            }
        }

        @Test
        void a_new_version_with_the_same_content_is_named_but_not_read_again() throws Exception {
            shop.publish("v1", "main", "same");

            try (var served = serving("--provider=shop", OFTEN)) {
                shop.publish("v2", "main", "same");

                served.until("billing-shop version v2 is live");
                assertThat(admin(served, "consumerVersion")).containsExactly("v2");
                assertThat(shop.contentsRead()).isEqualTo(1);
            }
        }

        @Test
        void an_instance_that_is_undeployed_is_no_longer_served() throws Exception {
            shop.publish("v1", "main", "shop", get("/v1", "blue"));
            shop.publish("v2", "main", "shop", get("/v2", "green"));
            shop.deploy("v1", "production", "blue");
            shop.deploy("v2", "production", "green");

            try (var served = serving("--provider=shop", "--environment=production", OFTEN)) {
                shop.undeploy("production", "blue");

                served.until("billing-shop version v1 is not selected any more");
                assertThat(response(served, "/v1").statusCode()).isEqualTo(404);
                assertThat(text(served, "/v2")).isEqualTo("green");
            }
        }

        @Test
        void nothing_changes_with_no_watch() throws Exception {
            shop.publish("v1", "main", "old");

            try (var served = serving("--provider=shop", "--no-watch")) {
                var requests = broker.requests().size();
                assertThat(served.banner()).doesNotContain("Asked again");
                assertThat(text(served)).isEqualTo("old");
                assertThat(broker.requests()).hasSize(requests);
            }
        }
    }

    @Nested
    class When_the_broker_fails {

        @Test
        void what_was_read_before_stays_live_and_it_is_said_once() throws Exception {
            shop.publish("v1", "main", "kept");

            try (var served = serving("--provider=shop", OFTEN)) {
                // A request is tried three times, and 200 without content is no answer of a broker.
                broker.answerNext(500, 500, 500, 200);

                var said = served.until("answers again");
                assertThat(said)
                        .containsOnlyOnce("The broker cannot be asked: it answered: the status is 500.")
                        .containsOnlyOnce("until then: the contracts that were read before stay live")
                        .doesNotContain("is no longer served")
                        .contains("The broker answers again; it selects 1 contract.");
                assertThat(text(served)).isEqualTo("kept");
                shop.publish("v2", "main", "changed");
                served.until("billing-shop version v2 is live");
            }
        }

        @Test
        void a_broker_that_is_stopped_changes_nothing() throws Exception {
            shop.publish("v1", "main", "kept");

            try (var served = serving("--provider=shop", OFTEN)) {
                broker.close();

                assertThat(served.until("until then")).contains("The broker cannot be asked: no answer (");
                assertThat(text(served)).isEqualTo("kept");
            }
        }

        @Test
        void a_contract_that_cannot_be_read_leaves_its_last_good_version_in_place() throws Exception {
            shop.publish("v1", "main", "kept");

            try (var served = serving("--provider=shop", OFTEN)) {
                shop.publish("v2", "main", "shop", get("/", "broken").replace("Synchronous/HTTP", "Telepathy"));

                assertThat(served.until("until then"))
                        .contains("\"Telepathy\" is not a type of interaction", "its last good version stays live")
                        .contains("where: billing-shop version v2, line ");
                assertThat(text(served)).isEqualTo("kept");

                shop.publish("v3", "main", "mended");
                assertThat(served.until("v1 is not selected any more")).doesNotContain("Telepathy");
                assertThat(text(served)).isEqualTo("mended");
            }
        }
    }

    @Nested
    class What_cannot_be_served_is_refused_at_the_start {

        @Test
        void nothing_is_selected() {
            shop.publish("v1", "feat/x", "unfinished");

            var refused = refused("--provider=shop");

            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.output()).isEqualTo("""
                    The broker selects no contract with shop.
                      where: the newest version of each consumer's main branch, at %s
                      fix:   publish a contract from a main branch (publish --main-branch), or select with --branch, --environment or --consumer-version
                    """.formatted(broker.url()));
        }

        @Test
        void a_version_that_nobody_has() {
            shop.publish("v1", "main", "one");

            var refused = refused("--consumer-version=v2");

            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.output()).startsWith("The broker selects no contract at all.\n  where: version v2, at ");
        }

        @Test
        void an_unknown_environment() {
            shop.publish("v1", "main", "one");

            var refused = refused("--provider=shop", "--environment=nowhere");

            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.output())
                    .startsWith("The broker refused: environment with name 'nowhere' does not exist (at index 0)");
        }

        @Test
        void an_unknown_provider() {
            shop.publish("v1", "main", "one");

            var refused = refused("--provider=shopp");

            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.output())
                    .startsWith("The broker refused: No provider with name 'shopp' found")
                    .contains("fix:   name one of the providers that have contracts there: shop");
        }

        @Test
        void a_broker_that_is_away() {
            broker.close();

            var refused = refused("--provider=shop");

            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.output()).startsWith("The broker cannot be asked: no answer (ConnectException).");
        }

        @Test
        void missing_credentials() {
            broker.requiring("reader", "secret");

            var refused = refused("--provider=shop");

            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.output())
                    .startsWith("The broker refused: the status is 401")
                    .contains("fix:   set PACT_BROKER_TOKEN");
        }

        @Test
        void credentials_on_the_command_line() {
            for (var option : List.of("--broker-token=tok_42", "-k=tok_42", "-p=tok_42")) {
                var refused = refused(option);

                assertThat(refused.exitCode()).isEqualTo(2);
                assertThat(refused.output())
                        .startsWith("Credentials are not taken from the command line")
                        .doesNotContain("tok_42");
            }
        }

        @Test
        void a_port_with_the_option_for_a_password() {
            var refused = CommandRun.of("serve", "-p", "8080");

            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.output()).startsWith("Unknown option: '-p'; the port is --port");
        }

        @Test
        void options_that_contradict_each_other() {
            assertThat(refused("--branch=x", "--environment=y").output()).contains("mutually exclusive");
            assertThat(refused("--no-watch", "--refresh=5s").output()).contains("--no-watch asks the broker only once");
            assertThat(refused("--refresh=soon").output()).contains("'soon' is not a time such as 30s, 5m or 1h");
        }

        @Test
        void a_provider_without_a_selected_contract_is_reported_beside_one_with_contracts() throws Exception {
            shop.publish("v1", "main", "one");
            shop.publish(
                    "v2",
                    "feat/x",
                    "bank",
                    http("money", "{\"method\": \"GET\", \"path\": \"/\"}", "{\"status\": 200}"));

            try (var served = serving("--provider=shop", "--provider=bank")) {
                assertThat(served.banner())
                        .startsWith("The broker selects no contract with bank.")
                        .contains("serves 1 interaction of 1 contract", "  not selected: billing -> bank");
            }
        }
    }

    @Test
    void requests_are_answered_while_contracts_change() throws Exception {
        shop.publish("v0", "main", "0");

        try (var served = serving("--provider=shop", OFTEN)) {
            for (var version = 1; version <= 3; version++) {
                shop.publish("v" + version, "main", "" + version);
                var last = "" + version;
                await().atMost(Duration.ofSeconds(20)).until(() -> {
                    var response = response(served, "/");
                    assertThat(response.statusCode()).isEqualTo(200);
                    return response.asString().equals(last);
                });
            }
        }
    }
}
