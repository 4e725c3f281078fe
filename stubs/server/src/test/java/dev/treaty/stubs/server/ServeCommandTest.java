package dev.treaty.stubs.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code serve} prints and does, right and wrong. In this JVM; {@code StubServerIT} runs the jar as a process. */
class ServeCommandTest {

    private static final String EMPTY_PACT = """
            {
              "consumer": {"name": "billing"},
              "provider": {"name": "shop"},
              "interactions": [],
              "metadata": {"pactSpecification": {"version": "4.0"}}
            }
            """;

    private static final String TWO_CUSTOMERS = """
            {"consumer": {"name": "billing"}, "provider": {"name": "shop"},
             "interactions": [
              {"type": "Synchronous/HTTP", "description": "a customer", "providerStates": [{"name": "the customer pays"}],
               "request": {"method": "GET", "path": "/v1/customers/cus_42"},
               "response": {"status": 200, "headers": {"Content-Type": ["text/plain"]}, "body": {"content": "pays", "contentType": "text/plain", "encoded": false}}},
              {"type": "Synchronous/HTTP", "description": "a customer", "providerStates": [{"name": "the customer is blocked"}],
               "request": {"method": "GET", "path": "/v1/customers/cus_42"},
               "response": {"status": 200, "headers": {"Content-Type": ["text/plain"]}, "body": {"content": "blocked", "contentType": "text/plain", "encoded": false}}}],
             "metadata": {"pactSpecification": {"version": "4.0"}}}
            """;

    @Test
    void help_names_every_option() throws Exception {
        var help = CommandRun.of("serve", "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.output())
                .contains(
                        "--pacts",
                        "--broker",
                        "--provider",
                        "--main",
                        "--branch",
                        "--environment",
                        "--consumer-version",
                        "--refresh",
                        "--[no-]watch",
                        "--listen",
                        "--port",
                        "--bind",
                        "--state",
                        "--empty-provider-state",
                        "--limit",
                        "--strict",
                        "--journal",
                        "--chaos",
                        "--admin-token",
                        "--access-log",
                        "--connections",
                        "--https-port",
                        "--tls-directory",
                        "--certificate-name",
                        "--certificate",
                        "--key",
                        "--key-password",
                        "--contracts-only",
                        "--store",
                        "--webhook",
                        "--webhook-allow",
                        "--help",
                        "--version");
    }

    @Test
    void a_wrong_option_is_a_usage_error() throws Exception {
        var wrong = CommandRun.of("serve", "--prot", "8080");

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.output()).contains("Unknown option", "--prot");
    }

    @Test
    void a_missing_pact_file_is_named() throws Exception {
        var missing = CommandRun.of("serve", "--port", "0", "--pacts", "no-such.json");

        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.output()).isEqualTo("""
                There is no pact file or folder with this name.
                  where: no-such.json
                  fix:   name a .json file that exists, or a folder that contains some
                """);
    }

    @Test
    void a_broken_pact_file_is_reported_with_line_and_column(@TempDir Path folder) throws Exception {
        var broken = Files.writeString(folder.resolve("billing-shop.json"), "{\n  \"consumer\": {\"name\": }\n}\n");

        var refused = CommandRun.of("serve", "--port", "0", "--pacts", broken.toString());

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.output()).contains("where: " + broken + ", line 2, column ");
        assertThat(refused.output().lines()).hasSize(3);
    }

    @Test
    void a_port_in_use_is_reported_with_the_option_that_fixes_it(@TempDir Path folder) throws Exception {
        var pact = Files.writeString(folder.resolve("billing-shop.json"), EMPTY_PACT);
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var listen = "shop=" + taken.getLocalPort();

            var refused = CommandRun.of("serve", "--port", "0", "--pacts", pact.toString(), "--listen", listen);

            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.output())
                    .startsWith("The port of shop cannot be opened")
                    .contains("where: 127.0.0.1:" + taken.getLocalPort())
                    .contains("--listen shop=");
        }
    }

    @Test
    void a_port_for_an_unknown_provider_names_the_known_ones(@TempDir Path folder) throws Exception {
        var pact = Files.writeString(folder.resolve("billing-shop.json"), EMPTY_PACT);

        var refused = CommandRun.of("serve", "--port", "0", "--pacts", pact.toString(), "--listen", "shopp=0");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.output()).contains("\"shopp\"", "shop");
    }

    @Test
    void a_broken_pact_file_is_reported_and_the_others_are_served(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a-broken.json"), "{\n  \"consumer\": {\"name\": }\n}\n");
        Files.writeString(folder.resolve("billing-shop.json"), TWO_CUSTOMERS);

        try (var served = serving(folder)) {
            assertThat(served.banner())
                    .startsWith("The pact file is broken: ")
                    .contains("where: " + folder.resolve("a-broken.json") + ", line 2, column ")
                    .contains("serves 2 interactions of 1 contract");
            assertThat(customer(served).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_changed_file_is_live_and_a_broken_one_keeps_its_last_good_version(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("billing-shop.json"), TWO_CUSTOMERS);

        try (var served = serving(folder)) {
            assertThat(served.banner()).contains("Reloaded when they change: " + folder);
            Files.writeString(file, TWO_CUSTOMERS.replace("pays", "paid"));
            assertThat(served.until("is live"))
                    .contains(file + " is live: 2 interactions of billing -> shop, at " + served.url("shop"));
            assertThat(customer(served).asString()).isEqualTo("paid");

            Files.writeString(file, "{\n  \"consumer\": {\"name\": }\n}\n");
            assertThat(served.until("until then"))
                    .contains(
                            "The pact file is broken: ",
                            "where: " + file + ", line 2, column ",
                            "its last good version stays live");
            assertThat(customer(served).asString()).isEqualTo("paid");

            Files.writeString(folder.resolve("more.json"), EMPTY_PACT);
            assertThat(served.until("is live")).contains("more.json is live: 0 interactions");
            Files.delete(folder.resolve("more.json"));
            assertThat(served.until("was removed")).contains("more.json was removed and is no longer served");
        }
    }

    @Test
    void watching_can_be_switched_on_for_a_file_and_off_for_a_folder(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("billing-shop.json"), TWO_CUSTOMERS);

        try (var watched = serving(file, "--watch");
                var unwatched = serving(folder, "--no-watch")) {
            Files.writeString(file, TWO_CUSTOMERS.replace("pays", "paid"));
            watched.until("is live");

            assertThat(customer(watched).asString()).isEqualTo("paid");
            assertThat(customer(unwatched).asString()).isEqualTo("pays");
        }
    }

    @Test
    void only_interactions_with_a_matching_state_are_served(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("billing-shop.json"), TWO_CUSTOMERS);

        try (var served = serving(folder, "--state", "is blocked")) {
            assertThat(served.banner()).contains("serves 1 interaction of 1 contract");
            assertThat(customer(served).asString()).isEqualTo("blocked");
        }
    }

    @Test
    void a_wrong_regex_is_a_usage_error() throws Exception {
        var wrong = CommandRun.of("serve", "--state", "(");

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.output()).contains("--state");
    }

    @Test
    void a_strict_server_does_not_choose_silently(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("billing-shop.json"), TWO_CUSTOMERS);

        try (var served = serving(folder, "--strict")) {
            customer(served)
                    .then()
                    .statusCode(409)
                    .body(
                            "candidates.states",
                            equalTo(List.of(List.of("the customer pays"), List.of("the customer is blocked"))))
                    .body("detail", containsString("Pact-Provider-State"));
            given().header("Pact-Provider-State", "the customer is blocked")
                    .get(served.url("shop") + "/v1/customers/cus_42")
                    .then()
                    .statusCode(200)
                    .body(equalTo("blocked"));
        }
    }

    @Test
    void the_journal_has_the_requested_length(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("billing-shop.json"), TWO_CUSTOMERS);

        try (var served = serving(folder, "--journal", "2")) {
            customer(served);
            customer(served);
            customer(served);

            given().get(served.url("shop") + "/__admin/requests").then().body("meta.total", equalTo(2));
        }
        try (var served = serving(folder, "--journal", "0")) {
            customer(served);

            given().get(served.url("shop") + "/__admin/requests").then().body("meta.total", equalTo(0));
        }
    }

    @Test
    void each_request_is_a_line_in_the_access_log(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("billing-shop.json"), TWO_CUSTOMERS);
        var log = folder.resolve("access.log");

        try (var served = serving(folder, "--access-log", log.toString());
                var printing = serving(folder, "--access-log", "-")) {
            customer(served);
            customer(printing);

            assertThat(printing.until("cus_42")).contains("\"outcome\":\"match\"", "\"interaction\":\"a customer\"");
            await().untilAsserted(() -> assertThat(log).content().contains("\"path\":\"/v1/customers/cus_42\""));
        }
    }

    @Test
    void an_access_log_that_cannot_be_written_is_reported(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("billing-shop.json"), TWO_CUSTOMERS);

        var wrong = CommandRun.of(
                "serve", "--port", "0", "--pacts", folder.toString(), "--access-log", folder + "/no/such/folder/log");

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.output()).startsWith("The access log cannot be written: NoSuchFileException.\n  where: ");
    }

    @Test
    void the_admin_api_requires_the_token(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("billing-shop.json"), TWO_CUSTOMERS);

        try (var served = serving(folder, "--bind", "0.0.0.0", "--admin-token", "s3cr3t")) {
            var admin = served.url("shop") + "/__admin/mappings";

            given().get(admin).then().statusCode(401);
            given().header("Authorization", "Bearer s3cr3t")
                    .get(admin)
                    .then()
                    .statusCode(200)
                    .body("meta.total", equalTo(2));
            assertThat(served.banner()).doesNotContain("s3cr3t");
        }
    }

    @Test
    void a_server_that_other_machines_can_reach_closes_its_admin_api_and_says_so(@TempDir Path folder)
            throws Exception {
        Files.writeString(folder.resolve("billing-shop.json"), TWO_CUSTOMERS);

        try (var served = serving(folder, "--bind", "0.0.0.0")) {
            assertThat(served.banner()).contains("The admin API is closed").doesNotContain("/__admin/mappings");
            given().get(served.url("shop") + "/__admin/mappings").then().statusCode(403);
        }
    }

    @Test
    void packaged_contracts_cannot_be_watched() throws Exception {
        var wrong = CommandRun.of("serve", "--watch");

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.output()).startsWith("--watch needs --pacts");
    }

    @Test
    void a_token_is_a_single_word() throws Exception {
        var wrong = CommandRun.of("serve", "--admin-token", "two words");

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.output())
                .startsWith("--admin-token must be a single word")
                .doesNotContain("two words");
    }

    @Test
    void a_chaos_profile_injects_faults(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("billing-shop.json"), TWO_CUSTOMERS);
        var profile =
                Files.writeString(folder.resolve("chaos.yaml"), "rules: [{provider: shop, rate: 1, status: 503}]");

        try (var served = serving(folder, "--chaos", profile.toString())) {
            assertThat(served.banner()).contains("Chaos is on: requests fail as " + profile + " says.");
            assertThat(customer(served).statusCode()).isEqualTo(503);
        }
    }

    @Test
    void a_chaos_rule_for_an_unknown_provider_is_refused(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("billing-shop.json"), TWO_CUSTOMERS);
        var profile = Files.writeString(
                folder.resolve("chaos.yaml"),
                "rules: [{rate: 0, status: 503}, {provider: shap, rate: 1, status: 503}]");

        var wrong = CommandRun.of("serve", "--port", "0", "--pacts", folder.toString(), "--chaos", profile.toString());

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.output()).isEqualTo("""
                The chaos profile has a rule for "shap", and no contract has this provider.
                  where: %s, rule 2
                  fix:   name one of shop
                """.formatted(profile));
    }

    @Test
    void a_request_that_nothing_answers_is_a_line_on_the_terminal(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("billing-shop.json"), TWO_CUSTOMERS);

        try (var served = serving(folder);
                var quiet = serving(folder, "--quiet")) {
            given().get(quiet.url("shop") + "/unknown");
            given().get(served.url("shop") + "/unknown?token=abc&page=2");

            assertThat(served.until(" for 127.0.0.1"))
                    .containsPattern(
                            "\\d\\d:\\d\\d:\\d\\d miss 404 shop GET /unknown\\?token=\\*\\*\\*&page=2, \\d+ bytes in \\d+\\.\\d ms for 127.0.0.1");
            given().post(quiet.url("shop") + "/__admin/shutdown");
            assertThat(quiet.until("Ended with exit code")).doesNotContain("miss");
        }
    }

    @Test
    void a_request_to_the_admin_api_ends_the_command(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("billing-shop.json"), TWO_CUSTOMERS);

        try (var served = serving(folder)) {
            given().post(served.url("shop") + "/__admin/shutdown").then().statusCode(200);

            assertThat(served.until("Ended with exit code")).contains("Ended with exit code 0");
        }
    }

    @Test
    void a_second_server_takes_free_ports_or_none(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("billing-stripe.json"),
                EMPTY_PACT.replace("\"name\": \"shop\"", "\"name\": \"stripe\""));
        var pacts = folder.toString();

        try (var free = RunningServe.with("--port", "0", "--own-ports", "free", "--pacts", pacts);
                var none = RunningServe.with("--port", "0", "--own-ports", "none", "--pacts", pacts)) {
            assertThat(free.banner())
                    .containsPattern("stripe +http://127.0.0.1:\\d+ +http")
                    .doesNotContain(":12111");
            assertThat(none.banner()).containsPattern("stripe +- +http");
        }
    }

    @Test
    void an_origin_that_is_not_one_is_a_usage_error() throws Exception {
        var wrong = CommandRun.of("serve", "--cors", "example.com");

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.output())
                .startsWith("--cors: \"example.com\" is not an origin; write e.g. https://app.example.com");
    }

    @Test
    void a_missing_chaos_profile_is_named() throws Exception {
        var wrong = CommandRun.of("serve", "--port", "0", "--chaos", "no-such.yaml");

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.output()).startsWith("""
                The chaos profile cannot be read: NoSuchFileException.
                  where: no-such.yaml
                """);
    }

    @Test
    void a_journal_cannot_have_a_negative_length() throws Exception {
        var wrong = CommandRun.of("serve", "--journal", "-1");

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.output()).startsWith("--journal must be 0 or more, not -1");
    }

    @Test
    void providers_with_state_are_named_with_the_place_where_it_is_kept(@TempDir Path folder) throws Exception {
        try (var served = RunningServe.with(withStripe(folder))) {
            assertThat(served.banner()).containsPattern("With state, which is kept in memory: .*stripe, twilio");
            assertThat(createCustomer(served).statusCode()).isEqualTo(200);
            assertThat(createCustomer(served).<String>path("id")).isNotEqualTo("cus_42");
        }
    }

    @Test
    void contracts_only_is_a_server_without_state(@TempDir Path folder) throws Exception {
        try (var served = RunningServe.with(withStripe(folder, "--contracts-only"))) {
            assertThat(served.banner()).doesNotContain("With state");
            createCustomer(served).then().statusCode(404).body("type", containsString("/problems/"));
        }
    }

    @Test
    void state_is_kept_in_a_file_over_a_restart(@TempDir Path folder, @TempDir Path place) throws Exception {
        var store = place.resolve("state.db").toString();
        String customer;
        try (var served = RunningServe.with(withStripe(folder, "--store", store))) {
            assertThat(served.banner()).contains("With state, which is kept in " + store + ": ");
            customer = createCustomer(served).path("id");
        }

        try (var served = RunningServe.with(withStripe(folder, "--store", store))) {
            given().auth()
                    .preemptive()
                    .oauth2("sk_test_kept")
                    .get(served.url("stripe") + "/v1/customers/" + customer)
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void events_are_sent_to_the_webhook_of_the_command_line(@TempDir Path folder, @TempDir Path stripe)
            throws Exception {
        Files.writeString(folder.resolve("stripe-app.json"), """
                {"consumer": {"name": "stripe"}, "provider": {"name": "app"},
                 "interactions": [{"description": "a webhook", "request": {"method": "POST", "path": "/hooks"}, "response": {"status": 200}}],
                 "metadata": {"pactSpecification": {"version": "3.0.0"}}}
                """);
        try (var app = RunningServe.with("--port", "0", "--listen", "app=0", "--pacts", folder.toString());
                var served =
                        RunningServe.with(withStripe(stripe, "--webhook", "stripe=" + app.url("app") + "/hooks"))) {
            createCustomer(served);

            await().untilAsserted(() -> given().get(app.url("app") + "/__admin/requests")
                    .then()
                    .body("requests[0].request.body", containsString("customer.created")));
        }
    }

    @Test
    void a_webhook_without_a_url_is_a_usage_error() throws Exception {
        var wrong = CommandRun.of("serve", "--port", "0", "--webhook", "stripe");

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.output()).isEqualTo("""
                A webhook needs a provider and an http or https URL.
                  where: --webhook stripe
                  fix:   write e.g. --webhook stripe=http://127.0.0.1:3000/webhooks
                """);
    }

    @Test
    void a_host_that_is_allowed_has_neither_scheme_nor_port() {
        var wrong = CommandRun.of("serve", "--port", "0", "--webhook-allow", "http://app:8080");

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.output())
                .contains("takes the names of hosts, without scheme, port and path, not http://app:8080");
    }

    @Test
    void a_webhook_beyond_this_machine_must_be_allowed(@TempDir Path folder) throws Exception {
        var wrong = CommandRun.of("serve", "--port", "0", "--webhook", "stripe=https://ada:s3cret@192.0.2.1/hooks");

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.output()).isEqualTo("""
                192.0.2.1 is not this machine, and webhooks are sent beyond it only if that is allowed.
                  where: --webhook stripe=https://…@192.0.2.1/hooks
                  fix:   add --webhook-allow 192.0.2.1
                """);
        try (var allowed = RunningServe.with(
                withStripe(folder, "--webhook", "stripe=https://192.0.2.1/hooks", "--webhook-allow", "192.0.2.1"))) {
            assertThat(allowed.banner()).contains("With state");
        }
    }

    @Test
    void a_webhook_of_a_provider_without_state_is_a_usage_error(@TempDir Path folder) throws Exception {
        var wrong = CommandRun.of(Stream.concat(
                        Stream.of("serve"), Stream.of(withStripe(folder, "--webhook", "strype=http://127.0.0.1:3000")))
                .toArray(String[]::new));

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.output())
                .startsWith("\"strype\" has no state here, so it has no events to send.\n  where: --webhook strype=…\n")
                .containsPattern("fix:   name one of .*stripe.*, or leave it out");
    }

    @Test
    void contracts_only_leaves_nothing_to_store() throws Exception {
        var wrong = CommandRun.of("serve", "--port", "0", "--contracts-only", "--store", "state.db");

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.output())
                .startsWith("--contracts-only leaves nothing for --store, --state-memory and --webhook to do");
    }

    /** Arguments for a server of Stripe alone. */
    private static String[] withStripe(Path folder, String... more) throws IOException {
        Files.writeString(
                folder.resolve("billing-stripe.json"),
                EMPTY_PACT.replace("\"name\": \"shop\"", "\"name\": \"stripe\""));
        var arguments = new ArrayList<>(List.of("--port", "0", "--listen", "stripe=0", "--pacts", folder.toString()));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private static Response createCustomer(RunningServe served) {
        return given().auth().preemptive().oauth2("sk_test_kept").post(served.url("stripe") + "/v1/customers");
    }

    private static RunningServe serving(Path pacts, String... more) throws InterruptedException {
        var arguments = new ArrayList<>(List.of("--port", "0", "--listen", "shop=0", "--pacts", pacts.toString()));
        arguments.addAll(List.of(more));
        return RunningServe.with(arguments.toArray(String[]::new));
    }

    private static Response customer(RunningServe served) {
        return given().get(served.url("shop") + "/v1/customers/cus_42");
    }
}
