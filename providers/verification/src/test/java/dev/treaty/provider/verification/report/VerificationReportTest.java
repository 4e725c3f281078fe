package dev.treaty.provider.verification.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.provider.verification.report.VerificationResult.Outcome;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class VerificationReportTest {

    private final VerificationReport report = new VerificationReport(List.of(
            result("web", "auth", "a request to sign in", Outcome.VERIFIED, ""),
            result(
                    "web",
                    "auth",
                    "a <b>sign-out</b>",
                    Outcome.FAILED,
                    "auth breaks its contract with web.\n  differs: <status>"),
            result("web", "people", "a person", Outcome.SKIPPED, "it is noon"),
            result("billing", "people", "a debtor", Outcome.PENDING, "pending, so …")));

    @Test
    void markdown_shows_the_table_and_the_failures_and_folds_the_rest() {
        assertThat(MarkdownReport.of(report)).isEqualTo("""
                # Contracts: 1 failed, 1 pending, 1 skipped, 1 verified

                | consumer | auth | people |
                | --- | --- | --- |
                | billing |  | 1 pending |
                | web | 1 failed, 1 verified | 1 skipped |

                ## pending: billing &rarr; people, a debtor

                ~~~~~~~~
                pending, so …
                ~~~~~~~~

                ## failed: web &rarr; auth, a \\<b\\>sign-out\\</b\\>

                ~~~~~~~~
                auth breaks its contract with web.
                  differs: <status>
                ~~~~~~~~

                <details><summary>billing &rarr; people: 1 pending</summary>

                - pending: a debtor

                </details>

                <details><summary>web &rarr; auth: 1 failed, 1 verified</summary>

                - failed: a \\<b\\>sign-out\\</b\\>
                - verified: a request to sign in

                </details>

                <details><summary>web &rarr; people: 1 skipped</summary>

                - skipped: a person (it is noon)

                </details>
                """);
    }

    @Test
    void the_page_has_a_cell_per_consumer_and_provider_that_opens_its_interactions() throws Exception {
        var page = page();

        var rows = page.getElementsByTagName("tr");
        assertThat(rows.getLength()).isEqualTo(3);
        assertThat(rows.item(0).getTextContent()).isEqualToNormalizingWhitespace("consumerauthpeople");
        var web = rows.item(2).getTextContent().replaceAll("\\s+", " ");
        assertThat(web)
                .contains("1 failed, 1 verified")
                .contains("failed a <b>sign-out</b>")
                .contains("differs: <status>");
        assertThat(page.getElementsByTagName("details").getLength()).isEqualTo(3);
        assertThat(page.getElementsByTagName("summary").getLength()).isEqualTo(3);
    }

    @Test
    void the_page_works_with_a_screen_reader() throws Exception {
        var page = page();

        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        assertThat(page.getElementsByTagName("h1").item(0).getTextContent())
                .isEqualTo("Contracts: 1 failed, 1 pending, 1 skipped, 1 verified");
        assertThat(scopes(page)).containsExactly("col", "col", "col", "row", "row");
    }

    private static List<String> scopes(Document page) {
        var headers = page.getElementsByTagName("th");
        return IntStream.range(0, headers.getLength())
                .mapToObj(index -> headers.item(index)
                        .getAttributes()
                        .getNamedItem("scope")
                        .getNodeValue())
                .toList();
    }

    @Test
    void the_page_opens_broken_contracts() throws Exception {
        var details = page().getElementsByTagName("details");

        assertThat(List.of(0, 1, 2))
                .filteredOn(index -> details.item(index).getAttributes().getNamedItem("open") != null)
                .containsExactly(1);
    }

    @Test
    void the_page_needs_no_other_resource() {
        assertThat(HtmlReport.of(report)).doesNotContain("http", "src=", "href", "<script", "url(");
    }

    @Test
    void both_are_written_to_files(@TempDir Path directory) {
        ReportFiles.write(report, directory.resolve("new"), "verification");

        assertThat(directory.resolve("new/verification.md")).hasContent(MarkdownReport.of(report));
        assertThat(directory.resolve("new/verification.html")).hasContent(HtmlReport.of(report));
    }

    /** The page as XML, without its first line and its void elements. */
    private Document page() throws Exception {
        var xml = HtmlReport.of(report)
                .replace("<!doctype html>\n", "")
                .replaceAll("<meta[^>]*>", "")
                .replace(" open>", " open=\"\">");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static VerificationResult result(
            String consumer, String provider, String description, Outcome outcome, String why) {
        return new VerificationResult(
                consumer + "-" + provider + ".json",
                consumer,
                provider,
                description,
                description,
                "a state",
                outcome,
                why);
    }
}
