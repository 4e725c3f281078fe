package dev.treaty.provider.apigateway;

import dev.treaty.consumer.apigateway.http.ServiceResponse;
import dev.treaty.consumer.apigateway.http.ServiceResponse.Reason;
import dev.treaty.consumer.apigateway.http.ServiceResponse.Unavailable;
import dev.treaty.provider.service.Problem;
import io.javalin.http.Context;
import java.util.function.Consumer;

/** Gives callers what came of the calls that were made for them. */
final class Replies {

    private Replies() {}

    /**
     * Replies with what a service answered: what it did, or the problem document of its refusal, unchanged.
     *
     * @param success replies when the service did as asked
     * @throws Problem if the service did not answer
     */
    static <T> void give(Context context, ServiceResponse<T> answer, Consumer<T> success) {
        if (answer instanceof ServiceResponse.Success<T> done) {
            success.accept(done.value());
        } else if (answer instanceof ServiceResponse.Refused<T> refused) {
            passOn(context, refused.problem());
        } else if (answer instanceof ServiceResponse.Unavailable<T> unavailable) {
            throw problem(unavailable);
        }
    }

    /** Replies with JSON. */
    static void json(Context context, int status, Object body) {
        context.status(status).contentType("application/json").result(Json.write(body));
    }

    /** A service does not answer now, and nothing was done: whoever asks again later loses nothing. */
    static Problem serviceUnavailable(long seconds) {
        return serviceUnavailable(String.valueOf(seconds));
    }

    private static Problem serviceUnavailable(String retryAfter) {
        return new Problem(503, "service-unavailable", "A service is down").withHeader("Retry-After", retryAfter);
    }

    private static void passOn(Context context, dev.treaty.consumer.apigateway.http.Problem problem) {
        problem.retryAfter().ifPresent(value -> context.header("Retry-After", value));
        problem.challenge().ifPresent(value -> context.header("WWW-Authenticate", value));
        context.status(problem.status()).contentType("application/problem+json").result(Json.write(problem.document()));
    }

    /** Only who may safely ask again is told when. */
    private static Problem problem(Unavailable<?> unavailable) {
        if (unavailable.reason() == Reason.UNREADABLE) {
            return new Problem(502, "unreadable-answer", "A service answered what makes no sense");
        }
        var isKnown = unavailable.repeatable() || unavailable.reason() == Reason.FAILED;
        if (isKnown) {
            return serviceUnavailable(
                    unavailable.retryAfter().orElseGet(() -> String.valueOf(Circuit.REST.toSeconds())));
        }
        var status = unavailable.reason() == Reason.TIMED_OUT ? 504 : 502;
        return new Problem(status, "outcome-unknown", "A service may or may not have done as asked");
    }
}
