package dev.treaty.stubs.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code serve} prints and does, right and wrong. In this JVM; {@code StubServerIT} runs the jar as a process. */
class ServeCommandTest {

    private static final String EMPTY_PACT = """
            {
              "consumer": {"name": "billing"},
              "provider": {"name": "stripe"},
              "interactions": [],
              "metadata": {"pactSpecification": {"version": "4.0"}}
            }
            """;

    private static final String TWO_CUSTOMERS = """
            {"consumer": {"name": "billing"}, "provider": {"name": "stripe"},
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
                        "--[no-]watch",
                        "--listen",
                        "--port",
                        "--bind",
                        "--state",
                        "--strict",
                        "--journal",
                        "--chaos",
                        "--admin-token",
                        "--access-log",
                        "--connections",
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
        var broken = Files.writeString(folder.resolve("billing-stripe.json"), "{\n  \"consumer\": {\"name\": }\n}\n");

        var refused = CommandRun.of("serve", "--port", "0", "--pacts", broken.toString());

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.output()).contains("where: " + broken + ", line 2, column ");
        assertThat(refused.output().lines()).hasSize(3);
    }

    @Test
    void a_port_in_use_is_reported_with_the_option_that_fixes_it(@TempDir Path folder) throws Exception {
        var pact = Files.writeString(folder.resolve("billing-stripe.json"), EMPTY_PACT);
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var listen = "stripe=" + taken.getLocalPort();

            var refused = CommandRun.of("serve", "--port", "0", "--pacts", pact.toString(), "--listen", listen);

            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.output())
                    .startsWith("The port of stripe cannot be opened")
                    .contains("where: 127.0.0.1:" + taken.getLocalPort())
                    .contains("--listen stripe=");
        }
    }

    @Test
    void a_port_for_an_unknown_provider_names_the_known_ones(@TempDir Path folder) throws Exception {
        var pact = Files.writeString(folder.resolve("billing-stripe.json"), EMPTY_PACT);

        var refused = CommandRun.of("serve", "--port", "0", "--pacts", pact.toString(), "--listen", "strype=0");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.output()).contains("\"strype\"", "stripe");
    }

    @Test
    void a_broken_pact_file_is_reported_and_the_others_are_served(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a-broken.json"), "{\n  \"consumer\": {\"name\": }\n}\n");
        Files.writeString(folder.resolve("billing-stripe.json"), TWO_CUSTOMERS);

        try (var served = serving(folder)) {
            assertThat(served.banner())
                    .startsWith("The pact file is broken: ")
                    .contains("where: " + folder.resolve("a-broken.json") + ", line 2, column ")
                    .contains("serves 2 interactions of 1 contracts");
            assertThat(customer(served).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_changed_file_is_live_and_a_broken_one_keeps_its_last_good_version(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("billing-stripe.json"), TWO_CUSTOMERS);

        try (var served = serving(folder)) {
            assertThat(served.banner()).contains("Reloaded when they change: " + folder);
            Files.writeString(file, TWO_CUSTOMERS.replace("pays", "paid"));
            assertThat(served.until("is live"))
                    .contains(file + " is live: 2 interactions of billing -> stripe, at " + served.url("stripe"));
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
        var file = Files.writeString(folder.resolve("billing-stripe.json"), TWO_CUSTOMERS);

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
        Files.writeString(folder.resolve("billing-stripe.json"), TWO_CUSTOMERS);

        try (var served = serving(folder, "--state", "is blocked")) {
            assertThat(served.banner()).contains("serves 1 interactions of 1 contracts");
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
        Files.writeString(folder.resolve("billing-stripe.json"), TWO_CUSTOMERS);

        try (var served = serving(folder, "--strict")) {
            customer(served)
                    .then()
                    .statusCode(409)
                    .body(
                            "candidates.states",
                            equalTo(List.of(List.of("the customer pays"), List.of("the customer is blocked"))))
                    .body("detail", containsString("Pact-Provider-State"));
            given().header("Pact-Provider-State", "the customer is blocked")
                    .get(served.url("stripe") + "/v1/customers/cus_42")
                    .then()
                    .statusCode(200)
                    .body(equalTo("blocked"));
        }
    }

    @Test
    void the_journal_has_the_requested_length(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("billing-stripe.json"), TWO_CUSTOMERS);

        try (var served = serving(folder, "--journal", "2")) {
            customer(served);
            customer(served);
            customer(served);

            given().get(served.url("stripe") + "/__admin/requests").then().body("meta.total", equalTo(2));
        }
        try (var served = serving(folder, "--journal", "0")) {
            customer(served);

            given().get(served.url("stripe") + "/__admin/requests").then().body("meta.total", equalTo(0));
        }
    }

    @Test
    void each_request_is_a_line_in_the_access_log(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("billing-stripe.json"), TWO_CUSTOMERS);
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
        Files.writeString(folder.resolve("billing-stripe.json"), TWO_CUSTOMERS);

        var wrong = CommandRun.of(
                "serve", "--port", "0", "--pacts", folder.toString(), "--access-log", folder + "/no/such/folder/log");

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.output()).startsWith("The access log cannot be written: NoSuchFileException.\n  where: ");
    }

    @Test
    void the_admin_api_requires_the_token(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("billing-stripe.json"), TWO_CUSTOMERS);

        try (var served = serving(folder, "--bind", "0.0.0.0", "--admin-token", "s3cr3t")) {
            var admin = served.url("stripe") + "/__admin/mappings";

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
        Files.writeString(folder.resolve("billing-stripe.json"), TWO_CUSTOMERS);

        try (var served = serving(folder, "--bind", "0.0.0.0")) {
            assertThat(served.banner()).contains("The admin API is closed").doesNotContain("/__admin/mappings");
            given().get(served.url("stripe") + "/__admin/mappings").then().statusCode(403);
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
        Files.writeString(folder.resolve("billing-stripe.json"), TWO_CUSTOMERS);
        var profile =
                Files.writeString(folder.resolve("chaos.yaml"), "rules: [{provider: stripe, rate: 1, status: 503}]");

        try (var served = serving(folder, "--chaos", profile.toString())) {
            assertThat(customer(served).statusCode()).isEqualTo(503);
        }
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

    private static RunningServe serving(Path pacts, String... more) throws InterruptedException {
        var arguments = new ArrayList<>(List.of("--port", "0", "--listen", "stripe=0", "--pacts", pacts.toString()));
        arguments.addAll(List.of(more));
        return RunningServe.with(arguments.toArray(String[]::new));
    }

    private static Response customer(RunningServe served) {
        return given().get(served.url("stripe") + "/v1/customers/cus_42");
    }
}
