package dev.treaty.consumer.apigateway.http;

import dev.treaty.consumer.apigateway.http.ServiceResponse.Reason;
import dev.treaty.consumer.apigateway.http.ServiceResponse.Unavailable;
import dev.treaty.pacts.errors.ErrorMessage;
import java.net.http.HttpResponse;
import java.util.Optional;

/** Says what went wrong with a call. It names nothing that the call or its answer holds: both may have secrets in them. */
public record FailureExplanation(ServiceAddress address, ServiceRequest call) {

    public <T> Unavailable<T> unreachable() {
        return new Unavailable<>(
                Reason.UNREACHABLE,
                true,
                Optional.empty(),
                explanation(
                        "cannot be reached.",
                        "see whether " + service() + " runs, and whether the gateway has its right address"));
    }

    public <T> Unavailable<T> timedOut(Timeouts timeouts) {
        return complaint(
                Reason.TIMED_OUT,
                "did not answer within " + timeouts.call().toMillis() + " ms.",
                "see what keeps " + service() + " busy, or allow calls more time");
    }

    public <T> Unavailable<T> disconnected() {
        return complaint(
                Reason.DISCONNECTED,
                "broke the connection before it had answered.",
                "look for the request in the log of " + service() + "; it may have crashed or been restarted");
    }

    public <T> Unavailable<T> interrupted() {
        return complaint(
                Reason.INTERRUPTED,
                "had not answered when the waiting thread was interrupted.",
                "nothing if the gateway is stopping; otherwise find out who interrupts its threads");
    }

    public <T> Unavailable<T> failed(HttpResponse<?> response) {
        return new Unavailable<>(
                Reason.FAILED,
                call.repeatable(),
                response.headers().firstValue("Retry-After"),
                explanation(
                        "failed with status " + response.statusCode() + ".",
                        "look for the request in the log of " + service()));
    }

    /** Never repeatable: the service did answer, and would answer so again. */
    public <T> Unavailable<T> tooLarge(int largest) {
        return new Unavailable<>(
                Reason.UNREADABLE,
                false,
                Optional.empty(),
                explanation(
                        "answered with more than " + largest + " bytes.",
                        "see what is at that address: no answer of " + service() + " is so large"));
    }

    /** Never repeatable: the service did answer, and would answer so again. */
    public <T> Unavailable<T> unreadable(HttpResponse<?> response, String why) {
        return new Unavailable<>(
                Reason.UNREADABLE,
                false,
                Optional.empty(),
                explanation(
                        "answered with status " + response.statusCode() + ", and the answer makes no sense: " + why
                                + ".",
                        "verify " + service() + " against pacts/api-gateway-" + service() + ".json"));
    }

    private <T> Unavailable<T> complaint(Reason reason, String what, String fix) {
        return new Unavailable<>(reason, call.repeatable(), Optional.empty(), explanation(what, fix));
    }

    private String explanation(String what, String fix) {
        return new ErrorMessage(
                        "%s %s".formatted(service(), what),
                        "%s %s, request %s"
                                .formatted(
                                        call.method(),
                                        address.resolve(call.path()),
                                        call.requestId().value()),
                        fix)
                .toString();
    }

    private String service() {
        return address.service();
    }
}
