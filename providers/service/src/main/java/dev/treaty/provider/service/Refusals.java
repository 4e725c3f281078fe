package dev.treaty.provider.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever goes wrong into a problem document (RFC 9457); what nobody foresaw is logged, and never shown. */
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    static final String PROBLEM = "application/problem+json";

    void configure(RoutesConfig routes) {
        routes.exception(Problem.class, (problem, context) -> answer(context, problem));
        routes.exception(
                JsonProcessingException.class,
                (unreadable, context) -> answer(
                        context, new Problem(400, "unreadable-body", "The body is not the JSON that is asked for.")));
        routes.exception(
                HttpResponseException.class,
                (refused, context) -> answer(context, new Problem(refused.getStatus(), slug(refused), title(refused))));
        routes.exception(Exception.class, (failure, context) -> {
            if (isBrokenOff(failure)) {
                answer(context, new Problem(400, "unreadable-body", "The body is no HTTP, or ended too early."));
                return;
            }
            LOG.error("unforeseen failure at {} {}", context.method(), context.path(), failure);
            answer(context, new Problem(500, "internal-error", "Something went wrong that nobody foresaw."));
        });
    }

    /** The caller's to fix, and nothing for the log. */
    private static boolean isBrokenOff(Exception failure) {
        return failure instanceof EofException
                || (failure instanceof HttpException unreadable && unreadable.getCode() == 400);
    }

    private static String slug(HttpResponseException refused) {
        return "http-" + refused.getStatus();
    }

    private static String title(HttpResponseException refused) {
        return refused.getMessage() == null ? "The request is refused." : refused.getMessage();
    }

    private static void answer(Context context, Problem problem) {
        problem.headers().forEach(context::header);
        context.status(problem.status()).json(problem.document()).contentType(PROBLEM);
    }
}
