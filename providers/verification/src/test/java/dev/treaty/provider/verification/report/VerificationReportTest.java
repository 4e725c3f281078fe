package dev.treaty.provider.verification.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.provider.verification.report.VerificationResult.Outcome;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

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
            result("billing", "people", "a debtor", Outcome.PENDING, "pending, so …"),
            result("billing", "bank", "a payment", Outcome.SIMULATED, "")));

    private final ReportOrigin origin =
            new ReportOrigin(Instant.parse("2026-11-29T07:10:42Z"), Optional.of("9aa337b01c2d"));

    @Test
    void markdown_shows_the_table_and_the_failures_and_folds_the_rest() {
        assertThat(MarkdownReport.of(report, origin)).isEqualTo("""
                # Contracts: 1 failed, 1 pending, 1 skipped, 1 simulated, 1 verified

                2026-11-29 07:10 UTC, commit 9aa337b01c2d

                | consumer | auth | bank | people |
                | --- | --- | --- | --- |
                | billing |  | 1 simulated | 1 pending |
                | web | 1 failed, 1 verified |  | 1 skipped |

                ## pending: billing &rarr; people, a debtor

                ~~~~~~~~
                pending, so …
                ~~~~~~~~

                ## failed: web &rarr; auth, a \\<b\\>sign-out\\</b\\>

                ~~~~~~~~
                auth breaks its contract with web.
                  differs: <status>
                ~~~~~~~~

                <details><summary>billing &rarr; bank: 1 simulated</summary>

                answered by http://localhost:8081

                - simulated: a payment

                </details>

                <details><summary>billing &rarr; people: 1 pending</summary>

                answered by http://localhost:8081

                - pending: a debtor

                </details>

                <details><summary>web &rarr; auth: 1 failed, 1 verified</summary>

                answered by http://localhost:8081

                - failed: a \\<b\\>sign-out\\</b\\>
                - verified: a request to sign in

                </details>

                <details><summary>web &rarr; people: 1 skipped</summary>

                answered by http://localhost:8081

                - skipped: a person (it is noon)

                </details>

                simulated: our replay of the vendor responded, from its state and without the contract; the vendor itself was not asked
                """);
    }

    @Test
    void the_page_has_a_cell_per_consumer_and_provider_that_leads_to_its_interactions() throws Exception {
        var page = page();

        var rows = page.getElementsByTagName("tr");
        assertThat(rows.getLength()).isEqualTo(3);
        assertThat(rows.item(0).getTextContent()).isEqualToNormalizingWhitespace("consumerauthbankpeople");
        var lists = page.getElementsByTagName("ul");
        var links = page.getElementsByTagName("a");
        assertThat(attributes(links, "href"))
                .containsExactlyInAnyOrder("#billing-bank", "#billing-people", "#web-auth", "#web-people");
        assertThat(attributes(lists, "id"))
                .containsExactlyInAnyOrder("billing-bank", "billing-people", "web-auth", "web-people");
        assertThat(lists.item(2).getTextContent().replaceAll("\\s+", " "))
                .contains("▲ faileda <b>sign-out</b>")
                .contains("differs: <status>");
        assertThat(page.getElementsByTagName("summary").item(2).getTextContent())
                .isEqualTo("web → auth: ▲ 1 failed, 1 verifiedanswered by http://localhost:8081");
    }

    @Test
    void an_open_list_does_not_widen_the_table() throws Exception {
        var table = (Element) page().getElementsByTagName("table").item(0);

        assertThat(table.getElementsByTagName("details").getLength()).isZero();
        assertThat(table.getElementsByTagName("li").getLength()).isZero();
    }

    @Test
    void the_page_says_when_it_was_made_from_which_commit_and_what_its_words_mean() throws Exception {
        var sentences = page().getElementsByTagName("p");

        assertThat(sentences.item(0).getTextContent()).isEqualTo("2026-11-29 07:10 UTC, commit 9aa337b01c2d");
        assertThat(sentences.item(1).getTextContent()).startsWith("simulated: our replay of the vendor responded");
    }

    @Test
    void the_page_works_with_a_screen_reader() throws Exception {
        var page = page();

        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        assertThat(page.getElementsByTagName("h1").item(0).getTextContent())
                .isEqualTo("Contracts: 1 failed, 1 pending, 1 skipped, 1 simulated, 1 verified");
        assertThat(scopes(page)).containsExactly("col", "col", "col", "col", "row", "row");
    }

    private static List<String> scopes(Document page) {
        var headers = page.getElementsByTagName("th");
        return attributes(headers, "scope");
    }

    private static List<String> attributes(NodeList elements, String name) {
        return IntStream.range(0, elements.getLength())
                .mapToObj(index -> ((Element) elements.item(index)).getAttribute(name))
                .toList();
    }

    @Test
    void what_became_of_a_contract_is_told_by_a_shape_and_a_word_too() throws Exception {
        var links = page().getElementsByTagName("a");

        assertThat(IntStream.range(0, links.getLength())
                        .mapToObj(index -> links.item(index).getTextContent())
                        .toList())
                .containsExactly("◆ 1 simulated", "◆ 1 pending", "▲ 1 failed, 1 verified", "◆ 1 skipped");
    }

    @Test
    void the_page_opens_broken_contracts() throws Exception {
        var details = page().getElementsByTagName("details");

        assertThat(List.of(0, 1, 2, 3))
                .filteredOn(index -> details.item(index).getAttributes().getNamedItem("open") != null)
                .containsExactly(2);
    }

    @Test
    void the_page_needs_no_other_resource() {
        assertThat(HtmlReport.of(report, origin))
                .doesNotContain("src=", "<script", "url(", "@import", "<link")
                .doesNotContainPattern("href=\"(?!#)");
    }

    @Test
    void B6_versions_of_one_contract_are_told_apart_in_every_report() throws Exception {
        var main = "version 4f2c of main, latest from main branch";
        var feature = "version 8e1d of feat/x, latest from branch feat/x, work in progress";
        var results = List.of(
                result("web", "auth", main, "a request to sign in", Outcome.VERIFIED, ""),
                result("web", "auth", feature, "a request to sign in", Outcome.PENDING, "pending, so …"));
        var versions = new VerificationReport(results);

        assertThat(versions.contracts()).hasSize(2);
        assertThat(MarkdownReport.of(versions, origin))
                .contains(main, feature)
                .contains("| web | 4f2c of main: 1 verified<br>8e1d of feat/x: 1 pending |")
                .contains("## pending: web (" + feature + ") &rarr; auth, a request to sign in");
        assertThat(HtmlReport.of(versions, origin))
                .contains(main, feature)
                .contains("1 verified</span></a><span class=\"note\">4f2c of main</span><a class=\"careful\"");
        assertThat(TextReport.of(versions, ""))
                .contains("web -> auth, 1 interaction, " + main + ", answered by http://localhost:8081")
                .contains("2 contracts, 2 interactions: 1 pending, 1 verified");
        assertThat(XmlReport.of(results, origin, "auth"))
                .contains("web (" + main + ") -&gt; auth", "web (" + feature + ") -&gt; auth");
    }

    @Test
    void both_are_written_to_files(@TempDir Path directory) {
        ReportFiles.write(report, origin, directory.resolve("new"), "verification");

        assertThat(directory.resolve("new/verification.md")).hasContent(MarkdownReport.of(report, origin));
        assertThat(directory.resolve("new/verification.html")).hasContent(HtmlReport.of(report, origin));
    }

    /** The page as XML, without its first line and its void elements. */
    private Document page() throws Exception {
        var xml = HtmlReport.of(report, origin).replace("<!doctype html>\n", "").replaceAll("<meta[^>]*>", "");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static VerificationResult result(
            String consumer, String provider, String description, Outcome outcome, String why) {
        return result(consumer, provider, "", description, outcome, why);
    }

    private static VerificationResult result(
            String consumer, String provider, String version, String description, Outcome outcome, String why) {
        return new VerificationResult(
                consumer + "-" + provider + ".json",
                consumer,
                provider,
                version,
                description,
                description,
                "a state",
                "http://localhost:8081",
                outcome,
                why);
    }
}
