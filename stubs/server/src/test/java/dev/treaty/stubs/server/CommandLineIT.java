package dev.treaty.stubs.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person at a terminal sees of the jar, right and wrong. */
class CommandLineIT {

    private static final String EMPTY_PACT = """
            {
              "consumer": {"name": "billing"},
              "provider": {"name": "stripe"},
              "interactions": [],
              "metadata": {"pactSpecification": {"version": "4.0"}}
            }
            """;

    @Test
    void help_names_every_option() throws Exception {
        var help = ServedJar.run("serve", "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.output()).contains("--pacts", "--listen", "--port", "--bind", "--help", "--version");
    }

    @Test
    void version_is_the_version_of_the_build() throws Exception {
        var version = ServedJar.run("--version");

        assertThat(version.exitCode()).isZero();
        assertThat(version.output().strip()).matches("treaty-stubs \\d+\\.\\d+.*");
    }

    @Test
    void a_wrong_option_is_a_usage_error() throws Exception {
        var wrong = ServedJar.run("serve", "--prot", "8080");

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.output()).contains("Unknown option", "--prot");
    }

    @Test
    void a_missing_pact_file_is_named() throws Exception {
        var missing = ServedJar.run("serve", "--port", "0", "--pacts", "no-such.json");

        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.output()).isEqualTo("""
                There is no pact file or folder of this name.
                  where: no-such.json
                  mend:  name a .json file that exists, or a folder that holds some
                """);
    }

    @Test
    void a_broken_pact_file_is_told_with_line_and_column(@TempDir Path folder) throws Exception {
        var broken = Files.writeString(folder.resolve("billing-stripe.json"), "{\n  \"consumer\": {\"name\": }\n}\n");

        var refused = ServedJar.run("serve", "--port", "0", "--pacts", broken.toString());

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.output()).contains("where: " + broken + ", line 2, column ");
        assertThat(refused.output().lines()).hasSize(3);
    }

    @Test
    void a_port_in_use_is_told_with_the_option_that_mends_it(@TempDir Path folder) throws Exception {
        var pact = Files.writeString(folder.resolve("billing-stripe.json"), EMPTY_PACT);
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var listen = "stripe=" + taken.getLocalPort();

            var refused = ServedJar.run("serve", "--port", "0", "--pacts", pact.toString(), "--listen", listen);

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

        var refused = ServedJar.run("serve", "--port", "0", "--pacts", pact.toString(), "--listen", "strype=0");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.output()).contains("\"strype\"", "stripe");
    }
}
