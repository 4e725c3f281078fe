package dev.treaty.consumer.vendorwatch.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchCommandTest {

    /** Set on every machine. */
    private static final String VARIABLE = "PATH";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void a_vendor_out_of_reach_is_not_in_order() throws IOException {
        var settings = settings("vendors: {misp: {url: 'http://127.0.0.1:1', key-variable: %s}}".formatted(VARIABLE));

        assertThat(run("watch", "--once", "--settings", settings)).isEqualTo(1);
        assertThat(out.toString()).contains("misp is down: MISP cannot be reached.");
        assertThat(out.toString() + err).doesNotContain(System.getenv(VARIABLE));
    }

    @Test
    void each_format_says_so() throws IOException {
        var settings = settings("vendors: {misp: {url: 'http://127.0.0.1:1', key-variable: %s}}".formatted(VARIABLE));
        var metrics = folder.resolve("metrics.prom");

        run("watch", "--once", "--settings", settings, "--format", "json");
        assertThat(out.toString()).startsWith("{\"inOrder\":false").contains("\"status\":\"down\"");
        run("watch", "--once", "--settings", settings, "--format", "prometheus", "--output", metrics.toString());
        assertThat(metrics).content().contains("treaty_vendor_status{vendor=\"misp\",status=\"down\"} 1\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vendors: {}                                        | No vendor is watched.
            vendors: {acme: {key-variable: PATH}}              | Nobody knows how to watch acme.
            vendors: {misp: {key-variable: PATH}}              | Everyone runs their own MISP
            vendors: {stripe: {key-variable: NO_SUCH_KEY}}     | The key of Stripe is missing.
            vendors: {stripe: {key: sk_live_secret}}           | Unknown setting: key
            vendors: {twilio: {key-variable: PATH}}            | Twilio needs a user.
            vendors: {stripe: {key-variable: PATH, key-created: 2026-01-01}} | The age of a key needs both
            thresholds: {success: many}                        | A setting has a value of the wrong kind.
            vendors: {misp: {url: "a                            | The settings are not YAML.
            """)
    void a_wrong_setting_is_explained_and_nothing_is_asked(String text, String complaint) throws IOException {
        assertThat(run("watch", "--once", "--settings", settings(text))).isEqualTo(2);
        assertThat(err.toString())
                .contains(complaint)
                .contains("\n  where: " + folder.resolve("watch.yaml"))
                .contains("\n  fix:   ")
                .doesNotContain("sk_live_secret");
    }

    @Test
    void a_memory_of_something_else_is_not_overwritten() throws IOException {
        var settings = settings("vendors: {misp: {url: 'http://127.0.0.1:1', key-variable: %s}}".formatted(VARIABLE));
        var memory = Files.writeString(folder.resolve("memory.json"), "my thesis");

        assertThat(run("watch", "--once", "--settings", settings, "--memory", memory.toString()))
                .isEqualTo(2);
        assertThat(memory).hasContent("my thesis");
    }

    @Test
    void events_that_cannot_be_written_are_told_in_three_lines() throws IOException {
        var settings = settings("thresholds: {least: 1}\nvendors: {misp: {url: 'http://127.0.0.1:1', key-variable: %s}}"
                .formatted(VARIABLE));
        var events = folder.resolve("no-such-folder").resolve("events");

        assertThat(run("watch", "--once", "--settings", settings, "--events", events.toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .startsWith("Events cannot be written.\n  where: " + events)
                .contains("\n  fix:   ");
    }

    private String settings(String text) throws IOException {
        return Files.writeString(folder.resolve("watch.yaml"), text).toString();
    }

    private int run(String... arguments) {
        return VendorWatch.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
