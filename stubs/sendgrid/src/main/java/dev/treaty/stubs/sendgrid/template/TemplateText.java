package dev.treaty.stubs.sendgrid.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Fills the text of a dynamic template: <code>{{name}}</code> and <code>{{customer.name}}</code>, escaped for HTML unless it has three
 * braces, with <code>{{#if}}</code>, <code>{{#unless}}</code>, <code>{{else}}</code> and <code>{{#each}}</code>, where <code>{{this}}</code> is
 * the item. Other helpers stay as they are written.
 *
 * @see <a href="https://www.twilio.com/docs/sendgrid/for-developers/sending-email/using-handlebars">SendGrid, using Handlebars</a>
 */
public final class TemplateText {

    private static final Pattern VALUE = Pattern.compile("\\{\\{(\\{?)\\s*([\\w.@-]+)\\s*}?}}");
    private static final Pattern BLOCK = Pattern.compile("\\{\\{#(if|unless|each)\\s+([\\w.@-]+)\\s*}}");
    private static final Map<String, String> ESCAPED =
            Map.of("&", "&amp;", "<", "&lt;", ">", "&gt;", "\"", "&quot;", "'", "&#x27;");
    private static final Pattern TO_ESCAPE = Pattern.compile("[&<>\"']");

    private TemplateText() {}

    /**
     * The text with its placeholders filled.
     *
     * @param isHtml whether values are escaped; a subject is not HTML
     */
    public static String fill(String text, JsonNode data, boolean isHtml) {
        var block = BLOCK.matcher(text);
        if (!block.find()) {
            return values(text, data, isHtml);
        }
        var kind = block.group(1);
        var end = new BlockEnd(text, block.end());
        if (end.start() < 0) {
            return values(text, data, isHtml);
        }
        var inside = kind.equals("each")
                ? each(end, value(data, block.group(2)), isHtml)
                : fill(
                        isTrue(value(data, block.group(2))) == kind.equals("if") ? end.first() : end.second(),
                        data,
                        isHtml);
        return values(text.substring(0, block.start()), data, isHtml)
                + inside
                + fill(text.substring(end.end()), data, isHtml);
    }

    private static String each(BlockEnd block, JsonNode items, boolean isHtml) {
        var filled = new StringBuilder();
        items.forEach(item -> filled.append(fill(block.first(), item, isHtml)));
        return filled.toString();
    }

    private static String values(String text, JsonNode data, boolean isHtml) {
        return VALUE.matcher(text).replaceAll(found -> {
            var value = value(data, found.group(2)).asText("");
            return java.util.regex.Matcher.quoteReplacement(
                    isHtml && found.group(1).isEmpty() ? escaped(value) : value);
        });
    }

    private static String escaped(String value) {
        return TO_ESCAPE.matcher(value).replaceAll(found -> ESCAPED.getOrDefault(found.group(), found.group()));
    }

    private static JsonNode value(JsonNode data, String path) {
        var value = data;
        if (!path.equals("this")) {
            for (var name : path.replaceFirst("^(this\\.|@root\\.)", "").split("\\.", -1)) {
                value = value.isArray() && name.matches("\\d{1,6}")
                        ? value.path(Integer.parseInt(name))
                        : value.path(name);
            }
        }
        return value;
    }

    /** As Handlebars sees it: nothing, false, zero, an empty text and an empty list are not true. */
    private static boolean isTrue(JsonNode value) {
        if (value.isContainerNode()) {
            return !value.isEmpty() || value.isObject();
        }
        return !value.isMissingNode()
                && !value.isNull()
                && !value.asText().isEmpty()
                && !value.asText().equals("false")
                && !value.asText().equals("0");
    }

    /** Where a block ends, and its two parts. */
    private static final class BlockEnd {

        private static final Pattern TAG = Pattern.compile("\\{\\{\\s*(#\\w+[^}]*|/\\w+|else)\\s*}}");

        private final String text;
        private final int begin;
        private int otherwise = -1;
        private int afterOtherwise = -1;
        private int start = -1;
        private int end = -1;

        BlockEnd(String text, int begin) {
            this.text = text;
            this.begin = begin;
            find();
        }

        private void find() {
            var tag = TAG.matcher(text);
            var depth = 1;
            for (var found = tag.find(begin); found && depth > 0; found = depth > 0 && tag.find()) {
                var name = tag.group(1);
                if (name.startsWith("#")) {
                    depth++;
                } else if (name.startsWith("/")) {
                    depth--;
                    start = tag.start();
                    end = tag.end();
                } else if (depth == 1) {
                    otherwise = tag.start();
                    afterOtherwise = tag.end();
                }
            }
            if (depth > 0) {
                start = -1;
            }
        }

        /** Of the closing tag; negative if there is none. */
        int start() {
            return start;
        }

        int end() {
            return end;
        }

        String first() {
            return text.substring(begin, otherwise < 0 ? start : otherwise);
        }

        String second() {
            return otherwise < 0 ? "" : text.substring(afterOtherwise, start);
        }
    }
}
