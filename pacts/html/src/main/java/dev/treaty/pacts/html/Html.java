package dev.treaty.pacts.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A piece of HTML that is being written. Everything that a page shows goes through here: texts and the values of attributes are escaped, and
 * what a content security policy of {@code default-src 'self'} would not run (a script in an attribute, a style, another scheme) is refused.
 */
public final class Html {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*");
    private static final Set<String> VOID = Set.of("meta", "link", "input", "br", "hr");
    private static final Set<String> ADDRESSES = Set.of("href", "src", "action");
    private static final Pattern ADDRESS = Pattern.compile("(?:https?://|/(?!/)|\\?|#|\\./).*", Pattern.DOTALL);

    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Begins an element; what has no content (such as {@code input}) is complete with that.
     *
     * @param attributes names and values, alternately; one whose value is null is left out
     * @throws IllegalArgumentException if an attribute could run something
     */
    public Html open(String tag, @Nullable String... attributes) {
        text.append('<').append(name(tag));
        for (var i = 0; i < attributes.length; i += 2) {
            attribute(String.valueOf(attributes[i]), attributes[i + 1]);
        }
        text.append('>');
        if (!VOID.contains(tag)) {
            open.push(tag);
        }
        return this;
    }

    /** Ends the element that was begun last. */
    public Html close() {
        text.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Adds a text. */
    public Html text(String content) {
        escape(content);
        return this;
    }

    /** Adds an element with a text. */
    public Html element(String tag, String content, @Nullable String... attributes) {
        return open(tag, attributes).text(content).close();
    }

    /** Adds a link. */
    public Html link(String address, String content, @Nullable String... attributes) {
        open("a", attributes);
        text.setLength(text.length() - 1);
        attribute("href", address);
        text.append('>');
        return text(content).close();
    }

    /**
     * Adds a style sheet, for a page that is one file: the content security policy of a served one would not let it apply.
     *
     * @throws IllegalArgumentException if it could end the element
     */
    public Html style(String sheet) {
        if (sheet.contains("</")) {
            throw new IllegalArgumentException("a style sheet that ends its own element");
        }
        text.append("<style>\n").append(sheet).append("</style>");
        return this;
    }

    /** Adds another piece, which was escaped when it was written. */
    public Html add(Html other) {
        text.append(other);
        return this;
    }

    private void attribute(String name, @Nullable String value) {
        if (value == null) {
            return;
        }
        if (name.equals("style") || name.regionMatches(true, 0, "on", 0, 2)) {
            throw new IllegalArgumentException("the page's content security policy forbids the attribute " + name);
        }
        if (ADDRESSES.contains(name) && !ADDRESS.matcher(value).matches()) {
            throw new IllegalArgumentException("not an address that a page may link to: " + value);
        }
        text.append(' ').append(name(name)).append("=\"");
        escape(value);
        text.append('"');
    }

    private static String name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name in HTML: " + name);
        }
        return name;
    }

    private void escape(String content) {
        for (var i = 0; i < content.length(); i++) {
            var c = content.charAt(i);
            switch (c) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append("&quot;");
                case '\'' -> text.append("&#39;");
                default -> text.append(isControl(c) ? '\uFFFD' : c);
            }
        }
    }

    private static boolean isControl(char c) {
        return c < ' ' && c != '\n' && c != '\t';
    }

    /** The HTML so far. */
    @Override
    public String toString() {
        return text.toString();
    }
}
