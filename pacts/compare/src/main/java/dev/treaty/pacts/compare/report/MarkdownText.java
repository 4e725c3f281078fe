package dev.treaty.pacts.compare.report;

/**
 * Text of contracts inside of Markdown, which must look like itself and nothing else: no markup, no HTML, no mention, no link, no emoji, no
 * formula.
 *
 * @see <a href="https://github.github.com/gfm/">GitHub Flavored Markdown</a>
 */
final class MarkdownText {

    /** How a line continues the second level of a list. */
    private static final String INDENT = "    ";

    private MarkdownText() {}

    /** A name inside of a sentence. Longer texts belong into {@link #code}, where only backticks have a meaning. */
    static String escaped(String text) {
        return text.replaceAll("\\s+", " ")
                .replaceAll("([\\\\`*_\\[\\]#|~!@])", "\\\\$1")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("$", "<span>$</span>");
    }

    /** A text on one line, in the type of code. */
    static String code(String text) {
        var line = text.replaceAll("\\s+", " ");
        if (line.isBlank()) {
            return "*nothing*";
        }
        var fence = fence(line, "`");
        var space = line.startsWith("`") || line.endsWith("`") ? " " : "";
        return fence + space + line + space + fence;
    }

    /** A text of several lines, which is only seen after a click on the summary; at the second level of a list. */
    static String details(String summary, String text) {
        var fence = fence(text, "```");
        return "%1$s<details><summary>%2$s</summary>\n\n%1$s%3$s\n%4$s%1$s%3$s\n\n%1$s</details>"
                .formatted(INDENT, escaped(summary), fence, text.stripTrailing().indent(INDENT.length()));
    }

    /** More backticks than there are in a row in a text. */
    private static String fence(String text, String shortest) {
        var fence = shortest;
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence;
    }
}
