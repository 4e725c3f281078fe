package dev.treaty.provider.service;

import io.javalin.http.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * One line about each request, under its id, so that a request can be followed through all services. It names the route and
 * not the path: what callers write into a path or a query is not for a log. How a service is, is asked too often to be told.
 */
final class AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

    void add(Context context, float milliseconds) {
        var route = Routes.of(context);
        if (Routes.isAboutTheService(route)) {
            return;
        }
        MDC.put(RequestIds.LOGGED_AS, RequestIds.of(context));
        try {
            LOG.info(
                    "{} {} answered {} in {} ms",
                    Routes.method(context),
                    route,
                    context.statusCode(),
                    Math.round(milliseconds));
        } finally {
            MDC.remove(RequestIds.LOGGED_AS);
        }
    }
}
