package dev.treaty.provider.service.http;

import io.javalin.http.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Logs one line per request under its id, so that a request can be followed through all services. The line names the route and not the path,
 * because paths and queries may contain secrets. Health checks are too frequent to be logged.
 */
final class AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

    void add(Context context, float milliseconds) {
        var route = RouteLabels.of(context);
        if (RouteLabels.isMonitoring(route)) {
            return;
        }
        MDC.put(RequestIds.LOGGED_AS, RequestIds.of(context));
        try {
            LOG.info(
                    "{} {} returned {} in {} ms",
                    RouteLabels.method(context),
                    route,
                    context.statusCode(),
                    Math.round(milliseconds));
        } finally {
            MDC.remove(RequestIds.LOGGED_AS);
        }
    }
}
