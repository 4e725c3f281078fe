package dev.treaty.consumer.archivist.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** The query parameters of a path, in the order in which they were added; {@code toString} is what goes over the wire. */
public record Query(String text) {

    public static Query none() {
        return new Query("");
    }

    public static Query of(String name, Object value) {
        return none().and(name, value);
    }

    public Query and(String name, Object value) {
        // Every server decodes %20 as a space, but not every server decodes a plus sign as one.
        var encoded = URLEncoder.encode(value.toString(), UTF_8).replace("+", "%20");
        return new Query(text + (text.isEmpty() ? "?" : "&") + name + "=" + encoded);
    }

    public Query and(PageWindow window) {
        return and("offset", window.offset()).and("page_size", window.size());
    }

    @Override
    public String toString() {
        return text;
    }
}
