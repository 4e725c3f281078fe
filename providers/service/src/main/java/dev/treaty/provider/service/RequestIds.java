package dev.treaty.provider.service;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/**
 * The id of each request: the caller's {@code X-Request-Id} if it is one, otherwise a new one; answered, and part of every
 * log line that is written meanwhile.
 */
public final class RequestIds {

    /** The header that carries it. */
    public static final String HEADER = "X-Request-Id";

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9-]{8,64}");
    /** Its name in the log. */
    static final String LOGGED_AS = "requestId";

    RequestIds() {}

    /** The id of the request that is being answered. */
    public static String of(Context context) {
        var id = context.attribute(LOGGED_AS);
        if (id == null) {
            throw new IllegalStateException("every request has an id before it is routed");
        }
        return id.toString();
    }

    void configure(RoutesConfig routes) {
        routes.before(context -> {
            var given = context.header(HEADER);
            var id = given != null && VALID.matcher(given).matches()
                    ? given
                    : UUID.randomUUID().toString();
            context.attribute(LOGGED_AS, id);
            context.header(HEADER, id);
            MDC.put(LOGGED_AS, id);
        });
        routes.after(context -> MDC.remove(LOGGED_AS));
    }
}
