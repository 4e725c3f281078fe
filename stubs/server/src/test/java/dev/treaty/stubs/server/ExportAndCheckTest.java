package dev.treaty.stubs.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code export} and {@code check} print and do. In this JVM; {@code StubServerIT} runs the jar as a process. */
class ExportAndCheckTest {

    private static final String PACT = """
            {
              "consumer": {"name": "web"},
              "provider": {"name": "shop"},
              "interactions": [
                {"type": "Synchronous/HTTP", "description": "an order that exists",
                 "providerStates": [{"name": "an order exists", "params": {"number": 7}}],
                 "request": {"method": "GET", "path": "/orders/7", "headers": {"Authorization": ["Bearer 1"]},
                             "matchingRules": {"header": {"Authorization": {"combine": "AND", "matchers": [{"match": "regex", "regex": "Bearer .+"}]}}}},
                 "response": {"status": 200, "headers": {"Content-Type": ["application/json"]},
                              "body": {"content": {"trace": "x"}, "contentType": "application/json", "encoded": false},
                              "generators": {"body": {"$.trace": {"type": "Uuid"}}}}},
                {"type": "Synchronous/HTTP", "description": "an order that does not exist",
                 "providerStates": [{"name": "no order has the number", "params": {"number": 7}}],
                 "request": {"method": "GET", "path": "/orders/7", "query": {"page": ["1"]}},
                 "response": {"status": 404}},
                {"type": "Synchronous/HTTP", "description": "a request for a deleted order",
                 "providerStates": [{"name": "an order was deleted"}],
                 "request": {"method": "GET", "path": "/orders/7", "headers": {"Authorization": ["Bearer 1"]},
                             "matchingRules": {"header": {"Authorization": {"combine": "AND", "matchers": [{"match": "regex", "regex": "Bearer .+"}]}}}},
                 "response": {"status": 410}},
                {"type": "Asynchronous/Messages", "description": "an order.created event",
                 "contents": {"content": {"number": 7}, "contentType": "application/json", "encoded": false}}
              ],
              "metadata": {"pactSpecification": {"version": "4.0"}}
            }
            """;

    private static final String VERSION_2 = """
            {"consumer": {"name": "old"}, "provider": {"name": "shop"},
             "interactions": [{"description": "an old request", "providerState": "open", "request": {"method": "get", "path": "/"}, "response": {"status": 200}}],
             "metadata": {"pactSpecification": {"version": "2.0.0"}}}
            """;

    private static final String VERSION_3 = """
            {"consumer": {"name": "newer"}, "provider": {"name": "bank"},
             "interactions": [{"description": "a balance", "request": {"method": "GET", "path": "/balance"}, "response": {"status": 200}}],
             "metadata": {"pactSpecification": {"version": "3.0.0"}}}
            """;

    @TempDir
    Path folder;

    @Test
    void help_describes_both_commands_with_an_example() throws Exception {
        assertThat(CommandRun.of("--help").output()).contains("export", "check");
        assertThat(CommandRun.of("export", "--help").output())
                .contains("--to", "--pacts", "--provider", "Example:", "treaty export --to wiremock");
        assertThat(CommandRun.of("check", "--help").output()).contains("FILE|DIR", "Example:", "treaty check pacts");
    }

    @Test
    void the_packaged_contracts_are_exported() throws Exception {
        var to = folder.resolve("wiremock");

        var export = CommandRun.of("export", "--to", to.toString(), "--provider", "stripe", "--provider", "twilio");

        assertThat(export.exitCode()).as(export.output()).isZero();
        assertThat(export.output())
                .containsPattern("Exported \\d+ interactions of 2 providers to " + to)
                .contains("java -jar wiremock-standalone-3.13.2.jar --root-dir " + to.resolve("stripe"))
                .containsPattern("\\d+ rules are exact, \\d+ differ")
                .contains("messages were not exported", to.resolve("EXPORT.md").toString());
        assertThat(to.resolve("stripe/mappings"))
                .isDirectoryContaining("glob:**billing-a-request-to-create-a-customer-*.json");
        assertThat(to.resolve("cablecast")).doesNotExist();
        assertThat(to.resolve("EXPORT.json")).exists();
    }

    @Test
    void a_folder_with_other_files_is_not_written_to() throws Exception {
        Files.writeString(folder.resolve("thesis.txt"), "all my work");

        var refused = CommandRun.of("export", "--to", folder.toString());

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.output()).isEqualTo("""
                The folder contains a file that no export has written; it is not overwritten.
                  where: %s
                  fix:   name a folder that is empty or does not exist yet with --to, or move the file away
                """.formatted(folder.resolve("thesis.txt")));
    }

    @Test
    void an_unknown_provider_is_a_usage_error() throws Exception {
        var refused = CommandRun.of("export", "--to", folder.resolve("new").toString(), "--provider", "strype");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.output()).startsWith("No contract has the provider \"strype\".");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void a_missing_export_folder_is_a_usage_error() throws Exception {
        var refused = CommandRun.of("export");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.output()).contains("Missing required option", "--to");
    }

    @Test
    void the_interactions_that_would_be_served_are_listed() throws Exception {
        Files.writeString(folder.resolve("web-shop.json"), PACT);
        Files.writeString(folder.resolve("old-shop.json"), VERSION_2);
        Files.writeString(folder.resolve("newer-bank.json"), VERSION_3);

        var check = CommandRun.of("check", folder.toString());

        assertThat(check.output()).isEqualTo("""
                bank
                  GET    /balance -> 200
                         "a balance" (newer-bank.json)

                shop
                  GET    / -> 200
                         "an old request" (old-shop.json)
                         given: open
                  GET    /orders/7 -> 200
                         "an order that exists" (web-shop.json)
                         given: an order exists {"number":7}
                         rules: 1 header regex
                         response: generates 1 body Uuid
                  GET    /orders/7?page -> 404
                         "an order that does not exist" (web-shop.json)
                         given: no order has the number {"number":7}
                  GET    /orders/7 -> 410
                         "a request for a deleted order" (web-shop.json)
                         given: an order was deleted
                         rules: 1 header regex
                         responds only when its state is requested; otherwise: "an order that exists" (web-shop.json)
                  message
                         "an order.created event" (web-shop.json)

                3 files with 6 interactions, 1 of which responds only when its state is requested, 0 broken files, 0 findings
                """);
        assertThat(check.exitCode()).isZero();
    }

    @Test
    void a_broken_file_is_reported_and_the_others_are_checked() throws Exception {
        var broken = Files.writeString(folder.resolve("broken.json"), "{\n  \"consumer\": {\"name\": }\n}\n");
        Files.writeString(folder.resolve("newer-bank.json"), VERSION_3);

        var check = CommandRun.of(
                "check", folder.toString(), folder.resolve("missing.json").toString());

        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.output())
                .contains("GET    /balance -> 200")
                .contains("where: " + broken + ", line 2, column ")
                .contains("There is no pact file or folder with this name.\n  where: " + folder.resolve("missing.json"))
                .endsWith(
                        "1 file with 1 interaction, 0 of which respond only when their state is requested, 2 broken files, 0 findings\n");
    }

    @Test
    void a_finding_of_the_lint_fails_the_check() throws Exception {
        var secret = Files.writeString(
                folder.resolve("web-shop.json"), PACT.replace("Bearer 1", "Bearer sk_live_4eC39HqLyjWDarjtT1zdp7dc"));

        var check = CommandRun.of("check", secret.toString());

        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.output())
                .contains("contains what looks like", " in " + secret)
                .doesNotContain("sk_live_")
                .contains("0 broken files, 2 findings");
    }

    @Test
    void nothing_to_check_is_a_usage_error() throws Exception {
        var refused = CommandRun.of("check");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.output()).contains("Name a file or a directory, or a broker with --broker.");
    }

    @Test
    void the_contracts_of_this_repository_have_no_findings() throws Exception {
        var check = CommandRun.of("check", "../../pacts");

        assertThat(check.exitCode()).as(check.output()).isZero();
        assertThat(check.output()).contains("0 broken files, 0 findings");
    }
}
