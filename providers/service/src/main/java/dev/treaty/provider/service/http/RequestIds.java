package dev.treaty.provider.service.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/**
 * Gives each request an id: the caller's {@code X-Request-Id} if it is valid, otherwise a new one. The id is returned in the response and
 * appears in every log line about the request.
 */
public final class RequestIds {

    /** The header field with the id. */
    public static final String HEADER = "X-Request-Id";

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9-]{8,64}");

    /** The id's name in the log. */
    static final String LOGGED_AS = "requestId";

    RequestIds() {}

    /** The id of the current request. */
    public static String of(Context context) {
        var id = context.attribute(LOGGED_AS);
        if (id == null) {
            throw new IllegalStateException("every request gets an id before it is routed");
        }
        return id.toString();
    }

    /** A new id. It is no secret, so it need not come from the one source of secure random bits, for which threads would wait. */
    static String random() {
        var bits = ThreadLocalRandom.current();
        return new UUID(bits.nextLong(), bits.nextLong()).toString();
    }

    void configure(RoutesConfig routes) {
        routes.before(context -> {
            var given = context.header(HEADER);
            var id = given != null && VALID.matcher(given).matches() ? given : random();
            context.attribute(LOGGED_AS, id);
            context.header(HEADER, id);
            MDC.put(LOGGED_AS, id);
        });
        routes.after(context -> MDC.remove(LOGGED_AS));
    }
}
