package dev.treaty.pacts.conformance.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A path with parameters, e.g. {@code /v1/charges/{charge}} or {@code /Accounts/{Sid}.json}. */
public final class PathTemplate {

    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    private final String key;
    private final String text;
    private final Pattern pattern;
    private final List<String> names;

    private PathTemplate(String key, String text, Pattern pattern, List<String> names) {
        this.key = key;
        this.text = text;
        this.pattern = pattern;
        this.names = List.copyOf(names);
    }

    /**
     * Reads a template.
     *
     * @param base what the server's address has before it, without a slash at the end
     * @param key as the document has it
     */
    static PathTemplate of(String base, String key) {
        var text = base + key;
        var regex = new StringBuilder();
        var names = new ArrayList<String>();
        var parameters = PARAMETER.matcher(text);
        var end = 0;
        while (parameters.find()) {
            regex.append(Pattern.quote(text.substring(end, parameters.start()))).append("([^/]+?)");
            names.add(parameters.group(1));
            end = parameters.end();
        }
        regex.append(Pattern.quote(text.substring(end)));
        return new PathTemplate(key, text, Pattern.compile(regex.toString()), names);
    }

    boolean fits(String path) {
        return pattern.matcher(path).matches();
    }

    int parameters() {
        return names.size();
    }

    String key() {
        return key;
    }

    /** As clients see it, with what the server's address has before it. */
    public String text() {
        return text;
    }

    /** The parameters' values, decoded. */
    Map<String, String> values(String path) {
        var values = new LinkedHashMap<String, String>();
        var matcher = pattern.matcher(path);
        if (matcher.matches()) {
            for (var i = 0; i < names.size(); i++) {
                values.put(names.get(i), URLDecoder.decode(matcher.group(i + 1).replace("+", "%2B"), UTF_8));
            }
        }
        return values;
    }
}
