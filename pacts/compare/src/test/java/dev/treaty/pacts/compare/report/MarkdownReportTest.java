package dev.treaty.pacts.compare.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.OptionalBody;
import dev.treaty.pacts.compare.answer.Answer;
import dev.treaty.pacts.compare.interaction.ContractChange;
import dev.treaty.pacts.compare.interaction.InteractionChange;
import dev.treaty.pacts.compare.interaction.Renaming;
import dev.treaty.pacts.compare.interaction.RequestChange;
import dev.treaty.pacts.compare.interaction.Verdict;
import dev.treaty.pacts.compare.interaction.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text of contracts looks like itself on a page, whatever it is: read again by a parser of CommonMark, on which GitHub's Markdown is built. */
class MarkdownReportTest {

    private static final Parser PARSER = Parser.builder().build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a | b",
                "`code` and ``more``",
                "`",
                "``` ",
                "two\nlines\n\n# and a title",
                "<img src=x onerror=alert(1)>",
                "<!-- ",
                "&lt;b&gt; &amp;",
                "*bold* _italic_ ~~struck~~",
                "[a link](https://evil.example) https://evil.example",
                "![an image](https://evil.example)",
                "@team #1 :smile: $x$ and $y$",
                "\\",
                "- an item",
                "1. an item",
                "    indented"
            })
    void any_text_looks_like_itself(String text) {
        var change = new InteractionChange(
                Verdict.NARROWED,
                text,
                text,
                Optional.of(text),
                List.of(new Witness(answer(text), "$.a", text, text)),
                List.of(text),
                List.of(text),
                RequestChange.SAME);
        var contract = new ContractChange(text, text, List.of(change), Optional.of(new Renaming(text, text, 1, 1)));

        var page = new Page(MarkdownReport.of(new Comparison(text, text, List.of(contract))));

        var line = text.replaceAll("\\s+", " ").strip();
        assertThat(page.codes).contains(line, "\"" + line + "\"", "$.a: " + line);
        assertThat(page.titles).hasSize(2).last().asString().isEqualTo(line + " → " + line);
        assertThat(page.items).as("items of lists").isEqualTo(5);
        assertThat(page.links).isEmpty();
        assertThat(page.html)
                .allMatch(html -> html.matches("(?s)</?span>|<details><summary>whole answer</summary>|</details>"));
    }

    private static Answer answer(String body) {
        return new Answer(200, Map.of(), OptionalBody.body(body.getBytes(UTF_8)));
    }

    @Test
    void a_long_answer_is_folded_and_complete() {
        var body = "{\n  \"html\": \"</details><b>\",\n  \"fence\": \"```\",\n" + "  \"x\": 1,\n".repeat(100) + "}";
        var page = new Page(MarkdownReport.of(comparison(narrowed(body))));

        assertThat(page.blocks).containsExactly("200 " + body + "\n");
        assertThat(page.html).containsExactly("<details><summary>whole answer</summary>", "</details>");
    }

    private static InteractionChange narrowed(String body) {
        return new InteractionChange(
                Verdict.NARROWED,
                "a request",
                "",
                Optional.empty(),
                List.of(new Witness(answer(body), "$.a", "1", "because")),
                List.of(),
                List.of(),
                RequestChange.SAME);
    }

    private static Comparison comparison(InteractionChange... changes) {
        return new Comparison(
                "main", "HEAD", List.of(new ContractChange("web", "auth", List.of(changes), Optional.empty())));
    }

    @Test
    void however_much_has_changed_a_comment_is_not_longer_than_GitHub_takes() {
        var changes = IntStream.range(0, 200)
                .mapToObj(i -> narrowed("x".repeat(3_000)))
                .toArray(InteractionChange[]::new);
        var contracts = IntStream.range(0, 2_000)
                .mapToObj(
                        i -> new ContractChange("consumer-" + i, "provider", List.of(narrowed("1")), Optional.empty()))
                .toList();

        assertThat(MarkdownReport.of(comparison(changes)))
                .hasSizeLessThanOrEqualTo(MarkdownReport.LONGEST)
                .contains("more changes; `compare` prints all of them at a terminal");
        assertThat(MarkdownReport.of(new Comparison("main", "HEAD", contracts)))
                .hasSizeLessThanOrEqualTo(MarkdownReport.LONGEST)
                .contains("… and the same for 1980 other contracts.");
    }

    @Test
    void secrets_are_hidden_wherever_they_are() {
        var secret = "sk_live_" + "4eC39HqLyjWDarjtT1zdp7dc";
        var change = new InteractionChange(
                Verdict.NARROWED,
                "a request with " + secret,
                "a key exists " + secret,
                Optional.of("formerly " + secret),
                List.of(new Witness(answer(secret), "$.a", secret, secret)),
                List.of(secret),
                List.of(secret),
                RequestChange.SAME);

        assertThat(List.of(
                        MarkdownReport.of(comparison(change)),
                        TextReport.of(comparison(change)),
                        JsonReport.of(comparison(change))))
                .allSatisfy(report -> assertThat(report).contains("•••").doesNotContain(secret));
    }

    /** What a parser finds in a report. */
    private static final class Page extends AbstractVisitor {

        private final List<String> codes = new ArrayList<>();
        private final List<String> blocks = new ArrayList<>();
        private final List<String> titles = new ArrayList<>();
        private final List<String> html = new ArrayList<>();
        private final List<Node> links = new ArrayList<>();
        private int items;

        Page(String markdown) {
            PARSER.parse(markdown).accept(this);
        }

        @Override
        public void visit(Code code) {
            codes.add(code.getLiteral());
        }

        @Override
        public void visit(FencedCodeBlock block) {
            blocks.add(block.getLiteral());
        }

        @Override
        public void visit(Heading heading) {
            var title = new StringBuilder();
            heading.accept(new AbstractVisitor() {
                @Override
                public void visit(Text text) {
                    title.append(text.getLiteral());
                }

                @Override
                public void visit(Code code) {
                    title.append(code.getLiteral());
                }
            });
            titles.add(title.toString().replaceAll("\\s+", " "));
            visitChildren(heading);
        }

        @Override
        public void visit(HtmlBlock block) {
            html.add(block.getLiteral().strip());
        }

        @Override
        public void visit(HtmlInline inline) {
            html.add(inline.getLiteral());
        }

        @Override
        public void visit(Link link) {
            links.add(link);
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            links.add(image);
        }

        @Override
        public void visit(ListItem item) {
            items++;
            visitChildren(item);
        }
    }
}
