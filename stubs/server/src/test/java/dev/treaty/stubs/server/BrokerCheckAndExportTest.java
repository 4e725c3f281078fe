package dev.treaty.stubs.server;

import static dev.treaty.pacts.testing.PactText.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.testing.broker.BrokerReplay;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} and {@code export} read what a broker selects as {@code serve} does. */
class BrokerCheckAndExportTest {

    @RegisterExtension
    final BrokerReplay broker = new BrokerReplay();

    @TempDir
    Path folder;

    private PublishedShop shop;

    @BeforeEach
    void publish_two_versions() {
        shop = new PublishedShop(broker, folder);
        shop.publish("v1", "main", "done");
        shop.publish("v2", "feat/x", "shop", get("/", "unfinished").replace("\"providerStates\"", "\"providerStats\""));
    }

    @Test
    void a_contract_without_findings_is_checked() {
        var check = CommandRun.of("check", "--broker", broker.url());

        assertThat(check.exitCode()).as(check.output()).isZero();
        assertThat(check.output())
                .contains("  GET    / -> 200", "billing-shop version v1")
                .contains("1 file with 1 interaction, 0 of which", "0 broken files, 0 findings");
    }

    @Test
    void a_misspelt_member_of_a_version_is_found() {
        var check = CommandRun.of("check", "-b", broker.url(), "--provider", "shop", "--branch", "feat/x");

        assertThat(check.exitCode()).as(check.output()).isEqualTo(1);
        assertThat(check.output())
                .contains("\"providerStats\"", "billing-shop version v2", "0 broken files, 1 finding");
    }

    @Test
    void what_is_served_is_checked_too() throws Exception {
        try (var served =
                RunningServe.with("--port=0", "--listen=shop=0", "--broker=" + broker.url(), "--branch=feat/x")) {
            assertThat(served.until("  fix:   "))
                    .contains("1 part of the contracts cannot be served as written.")
                    .contains("fix:   run \"check\" with the same options about the broker");
        }
    }

    @Test
    void a_version_is_exported() {
        var to = folder.resolve("wiremock");

        var export = CommandRun.of("export", "--to", to.toString(), "--broker", broker.url(), "--provider", "shop");

        assertThat(export.exitCode()).as(export.output()).isZero();
        assertThat(export.output()).contains("Exported 1 interaction of 1 provider to " + to);
    }

    @Test
    void without_files_and_a_broker_there_is_nothing_to_check() {
        var check = CommandRun.of("check");

        assertThat(check.exitCode()).isEqualTo(2);
        assertThat(check.output()).startsWith("Name a file or a directory, or a broker with --broker.\n");
    }

    @Test
    void a_broker_that_selects_nothing_leaves_the_question_open() {
        var check = CommandRun.of("check", "--broker", broker.url(), "--branch", "none");

        assertThat(check.exitCode()).isEqualTo(2);
        assertThat(check.output()).startsWith("The broker selects no contract at all.\n  where: ");
    }
}
