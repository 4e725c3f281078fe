package dev.treaty.provider.service.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.treaty.provider.service.problems.PlatformProblems;
import dev.treaty.provider.service.problems.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns every exception into a problem document (RFC 9457). An unexpected one is logged and never shown. */
final class ExceptionHandlers {

    private static final Logger LOG = LoggerFactory.getLogger(ExceptionHandlers.class);
    static final String PROBLEM = "application/problem+json";
    private static final int TOO_LARGE = 413;

    private final long largestBody;

    /** @param largestBody that the server reads, in bytes */
    ExceptionHandlers(long largestBody) {
        this.largestBody = largestBody;
    }

    void configure(RoutesConfig routes) {
        routes.exception(Problem.class, (problem, context) -> respond(context, problem));
        routes.exception(
                JsonProcessingException.class,
                (unreadable, context) ->
                        respond(context, PlatformProblems.unreadableBody("The body is not the expected JSON.")));
        routes.exception(HttpResponseException.class, (refused, context) -> respond(context, problem(refused)));
        routes.exception(Exception.class, (failure, context) -> {
            if (isIncomplete(failure)) {
                respond(context, PlatformProblems.unreadableBody("The body is not valid HTTP, or ended early."));
                return;
            }
            LOG.error("unexpected failure in {} {}", context.method(), context.path(), failure);
            respond(context, new Problem(500, "internal-error", "An unexpected error occurred."));
        });
    }

    /** The caller's fault, and not worth logging. */
    private static boolean isIncomplete(Exception failure) {
        return failure instanceof EofException
                || (failure instanceof HttpException unreadable && unreadable.getCode() == 400);
    }

    private Problem problem(HttpResponseException refused) {
        if (refused.getStatus() == TOO_LARGE) {
            return PlatformProblems.bodyTooLarge(largestBody);
        }
        var title = refused.getMessage() == null ? "The request is refused." : refused.getMessage();
        return new Problem(refused.getStatus(), "http-" + refused.getStatus(), title);
    }

    private static void respond(Context context, Problem problem) {
        problem.headers().forEach(context::header);
        context.status(problem.status()).json(problem.document()).contentType(PROBLEM);
    }
}
