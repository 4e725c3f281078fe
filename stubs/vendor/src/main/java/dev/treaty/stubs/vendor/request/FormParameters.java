package dev.treaty.stubs.vendor.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a form or a query ({@code application/x-www-form-urlencoded}, WHATWG URL Standard, section 5.1). */
public final class FormParameters {

    private FormParameters() {}

    /** The values by name, in the order in which they arrived. What is percent-encoded wrongly is left as it is. */
    public static Map<String, List<String>> parse(String encoded) {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (var parameter : inOrder(encoded)) {
            parameters
                    .computeIfAbsent(parameter.getKey(), key -> new ArrayList<>(1))
                    .add(parameter.getValue());
        }
        return parameters;
    }

    /** Names and values in the order in which they arrived. */
    static List<Map.Entry<String, String>> inOrder(String encoded) {
        if (encoded.isEmpty()) {
            return List.of();
        }
        var parameters = new ArrayList<Map.Entry<String, String>>();
        for (var pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                var mark = pair.indexOf('=');
                parameters.add(Map.entry(
                        decoded(mark < 0 ? pair : pair.substring(0, mark)),
                        decoded(mark < 0 ? "" : pair.substring(mark + 1))));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
