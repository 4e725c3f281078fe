package dev.treaty.provider.service.http;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.Optional;

/** Reads header fields. */
public final class HeaderFields {

    private HeaderFields() {}

    /**
     * A field's value; several lines are joined by commas (RFC 9110, section 5.3). Whoever reads only the first line can be deceived: a proxy
     * may add its own line after one that its client made up.
     */
    public static Optional<String> value(Context context, String name) {
        var lines = Collections.list(context.req().getHeaders(name));
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", lines));
    }
}
