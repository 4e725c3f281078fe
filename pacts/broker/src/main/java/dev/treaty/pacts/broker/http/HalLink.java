package dev.treaty.pacts.broker.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link of a HAL document.
 *
 * @param href an absolute URL, or a template of one with names in braces
 * @param name what it points to, e.g. the name of an environment; empty if it has none
 * @param title the same for people; empty if it has none
 */
public record HalLink(String href, String name, String title) {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    /** Without a title. */
    public HalLink(String href, String name) {
        this(href, name, "");
    }

    static HalLink of(JsonNode link) {
        return new HalLink(
                link.path("href").asText(),
                link.path("name").asText(),
                link.path("title").asText());
    }

    /**
     * Fills in a template; values are percent-encoded, so that a branch {@code feat/x} remains one segment of the path. Links are expanded
     * whether or not they say that they are templates, because some do not say so.
     */
    public HalLink expand(Map<String, String> values) {
        var expanded = VARIABLE.matcher(href)
                .replaceAll(variable -> Matcher.quoteReplacement(encode(values.getOrDefault(variable.group(1), ""))));
        return new HalLink(expanded, name, title);
    }

    /** A text as a part of a URL (RFC 3986, section 2.1). */
    public static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20").replace("%7E", "~");
    }

    /** A part of a URL as text. */
    public static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), UTF_8);
    }
}
