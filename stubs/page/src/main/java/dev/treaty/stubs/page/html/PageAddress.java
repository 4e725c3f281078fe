package dev.treaty.stubs.page.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The address of a view, which can be sent to a colleague, e.g. {@code /?view=contracts&provider=stripe}.
 *
 * @param parameters by name, decoded
 */
public record PageAddress(Map<String, String> parameters) {

    private static final String VIEW = "view";

    /** Copies the map. */
    public PageAddress {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** The start of a view. */
    public static PageAddress of(View view) {
        return new PageAddress(Map.of(VIEW, view.slug()));
    }

    /**
     * Reads the query of a URL, or a form; what is not encoded correctly is left out.
     *
     * @param query may be empty
     */
    public static PageAddress parse(String query) {
        var parameters = new LinkedHashMap<String, String>();
        for (var parameter : query.split("&", -1)) {
            var equals = parameter.indexOf('=');
            if (equals > 0) {
                try {
                    parameters.put(decoded(parameter.substring(0, equals)), decoded(parameter.substring(equals + 1)));
                } catch (IllegalArgumentException e) {
                    // somebody typed it
                }
            }
        }
        return new PageAddress(parameters);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }

    /** The view that it leads to. */
    public View view() {
        return View.of(get(VIEW));
    }

    /** A parameter; empty if it is not there. */
    public String get(String name) {
        return parameters.getOrDefault(name, "").strip();
    }

    /** A number from 0 on; the alternative if there is none. */
    public long number(String name, long otherwise) {
        var value = get(name);
        return value.matches("\\d{1,18}") ? Long.parseLong(value) : otherwise;
    }

    /** The same with another parameter; without it if the value is empty. */
    public PageAddress with(String name, String value) {
        var more = new LinkedHashMap<>(parameters);
        if (value.isEmpty()) {
            more.remove(name);
        } else {
            more.put(name, value);
        }
        return new PageAddress(more);
    }

    /** The query, encoded; without its question mark. */
    public String query() {
        return parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    /** As it stands in a link, e.g. {@code "/?view=network"}. */
    @Override
    public String toString() {
        return "/?" + query();
    }
}
