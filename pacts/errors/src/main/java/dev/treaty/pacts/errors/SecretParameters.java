package dev.treaty.pacts.errors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Secrets in the query of a URL, told by the names of its parameters and by their values. */
public final class SecretParameters {

    private SecretParameters() {}

    /**
     * The query with its secrets replaced; the rest stays as it is encoded.
     *
     * @param query without its question mark
     */
    public static String replace(String query, String replacement) {
        return Arrays.stream(query.split("&", -1))
                .map(parameter -> parameter(parameter, replacement))
                .collect(Collectors.joining("&"));
    }

    private static String parameter(String parameter, String replacement) {
        var equals = parameter.indexOf('=');
        var name = equals < 0 ? parameter : parameter.substring(0, equals);
        return SecretNames.contains(decoded(name))
                ? name + "=" + replacement
                : SecretValues.replace(parameter, replacement);
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }
}
