package dev.treaty.provider.service.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.treaty.provider.service.problems.PlatformProblems;
import dev.treaty.provider.service.problems.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns every exception into a problem document (RFC 9457). An unexpected one is logged and never shown. */
final class ExceptionHandlers {

    private static final Logger LOG = LoggerFactory.getLogger(ExceptionHandlers.class);
    static final String PROBLEM = "application/problem+json";

    /** PostgreSQL's query_canceled: the statement took too long. */
    private static final String CANCELED = "57014";

    /** How the states begin that say that the connection is gone, also because the database fell silent. */
    private static final String CONNECTION_EXCEPTION = "08";

    void configure(RoutesConfig routes) {
        routes.exception(Problem.class, (problem, context) -> respond(context, problem));
        routes.exception(
                JsonProcessingException.class,
                (unreadable, context) ->
                        respond(context, PlatformProblems.unreadableBody("The body is not the expected JSON.")));
        routes.exception(HttpResponseException.class, (refused, context) -> respond(context, problem(refused)));
        routes.exception(Exception.class, (failure, context) -> {
            if (isExhaustion(failure)) {
                LOG.warn(
                        "{} {} got no response from the database: {}",
                        context.method(),
                        context.path(),
                        failure.getCause() == null ? "" : failure.getCause().getMessage());
                respond(context, PlatformProblems.tooBusy());
                return;
            }
            LOG.error("unexpected failure in {} {}", context.method(), context.path(), failure);
            respond(context, new Problem(500, "internal-error", "An unexpected error occurred."));
        });
    }

    /** All connections to the database are in use, it is down, or a statement took too long: waiting may help. */
    private static boolean isExhaustion(Exception failure) {
        return failure.getCause() instanceof SQLTransientConnectionException
                || (failure.getCause() instanceof SQLException sql && isPassing(sql.getSQLState()));
    }

    private static boolean isPassing(@Nullable String state) {
        return state != null && (state.equals(CANCELED) || state.startsWith(CONNECTION_EXCEPTION));
    }

    private static Problem problem(HttpResponseException refused) {
        var title = refused.getMessage() == null ? "The request is refused." : refused.getMessage();
        return new Problem(refused.getStatus(), "http-" + refused.getStatus(), title);
    }

    private static void respond(Context context, Problem problem) {
        problem.headers().forEach(context::header);
        context.status(problem.status()).json(problem.document()).contentType(PROBLEM);
    }
}
