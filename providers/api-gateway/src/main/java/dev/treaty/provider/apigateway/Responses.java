package dev.treaty.provider.apigateway;

import dev.treaty.consumer.apigateway.http.ServiceResponse;
import dev.treaty.consumer.apigateway.http.ServiceResponse.Reason;
import dev.treaty.consumer.apigateway.http.ServiceResponse.Unavailable;
import dev.treaty.provider.apigateway.downstream.ServiceCircuit;
import dev.treaty.provider.service.problems.PlatformProblems;
import dev.treaty.provider.service.problems.Problem;
import io.javalin.http.Context;
import java.util.function.Consumer;

/** Writes responses from the outcomes of calls to services. */
final class Responses {

    private Responses() {}

    /**
     * Responds with what a service returned: its result, or the problem document of its refusal, unchanged.
     *
     * @param success writes the response if the service did what was requested
     * @throws Problem if the service did not respond
     */
    static <T> void write(Context context, ServiceResponse<T> response, Consumer<T> success) {
        if (response instanceof ServiceResponse.Success<T> done) {
            success.accept(done.value());
        } else if (response instanceof ServiceResponse.Refused<T> refused) {
            passOn(context, refused.problem());
        } else if (response instanceof ServiceResponse.Unavailable<T> unavailable) {
            throw problem(unavailable);
        }
    }

    /** Responds with JSON. */
    static void json(Context context, int status, Object body) {
        context.status(status).contentType("application/json").result(JsonBody.write(body));
    }

    private static void passOn(Context context, dev.treaty.consumer.apigateway.http.Problem problem) {
        problem.retryAfter().ifPresent(value -> context.header("Retry-After", value));
        problem.challenge().ifPresent(value -> context.header("WWW-Authenticate", value));
        context.status(problem.status())
                .contentType("application/problem+json")
                .result(JsonBody.write(problem.document()));
    }

    /** Retry-After is sent only if repeating the request is safe. */
    private static Problem problem(Unavailable<?> unavailable) {
        if (unavailable.reason() == Reason.UNREADABLE) {
            return new Problem(502, "unreadable-response", "A service sent a response that cannot be read");
        }
        var isKnown = unavailable.repeatable() || unavailable.reason() == Reason.FAILED;
        if (isKnown) {
            return PlatformProblems.serviceUnavailable(
                    unavailable.retryAfter().orElseGet(() -> String.valueOf(ServiceCircuit.REST.toSeconds())));
        }
        var status = unavailable.reason() == Reason.TIMED_OUT ? 504 : 502;
        return new Problem(status, "outcome-unknown", "A service may or may not have done what was requested");
    }
}
