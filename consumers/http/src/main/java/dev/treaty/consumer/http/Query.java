package dev.treaty.consumer.http;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The parameters of a query or of a form body, in the order in which they were added. {@code toString} shows no secret.
 *
 * @param encoded as it goes over the wire, without the question mark: {@code "search=a%20b&limit=5"}
 * @param shown the same for messages, in which a secret is three dots
 */
public record Query(String encoded, String shown) {

    private static final Query NONE = new Query("", "");

    public static Query none() {
        return NONE;
    }

    public static Query of(String name, Object value) {
        return NONE.and(name, value);
    }

    public Query and(String name, Object value) {
        var parameter = parameter(name, value.toString());
        return new Query(joined(encoded, parameter), joined(shown, parameter));
    }

    /** Adds nothing if the value is empty. */
    public Query and(String name, Optional<?> value) {
        return value.isPresent() ? and(name, value.get()) : this;
    }

    /** Adds one parameter with all values, separated by commas; nothing if there are none. */
    public Query andList(String name, Collection<?> values) {
        return values.isEmpty()
                ? this
                : and(name, values.stream().map(Object::toString).collect(Collectors.joining(",")));
    }

    /** Adds a parameter that messages must not show, such as an access token. */
    public Query andSecret(String name, String value) {
        return new Query(joined(encoded, parameter(name, value)), joined(shown, PercentEncoding.encode(name) + "=…"));
    }

    public boolean isEmpty() {
        return encoded.isEmpty();
    }

    @Override
    public String toString() {
        return shown;
    }

    private static String parameter(String name, String value) {
        return PercentEncoding.encode(name) + "=" + PercentEncoding.encode(value);
    }

    private static String joined(String query, String parameter) {
        return query.isEmpty() ? parameter : query + "&" + parameter;
    }
}
