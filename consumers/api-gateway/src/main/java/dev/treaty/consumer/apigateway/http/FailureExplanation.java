package dev.treaty.consumer.apigateway.http;

import dev.treaty.consumer.apigateway.http.ServiceResponse.Reason;
import dev.treaty.consumer.apigateway.http.ServiceResponse.Unavailable;
import dev.treaty.pacts.errors.ErrorMessage;
import java.net.http.HttpResponse;
import java.util.Optional;

/** Says what went wrong with a call. It quotes nothing from the call or its response: both may contain secrets. */
public record FailureExplanation(ServiceAddress address, ServiceRequest call) {

    public <T> Unavailable<T> unreachable() {
        return new Unavailable<>(
                Reason.UNREACHABLE,
                true,
                Optional.empty(),
                explanation(
                        "cannot be reached.",
                        "check that " + service() + " is running, and that the gateway has the right address"));
    }

    public <T> Unavailable<T> timedOut(Timeouts timeouts) {
        return complaint(
                Reason.TIMED_OUT,
                "did not respond within " + timeouts.call().toMillis() + " ms.",
                "see what keeps " + service() + " busy, or allow calls more time");
    }

    public <T> Unavailable<T> disconnected() {
        return complaint(
                Reason.DISCONNECTED,
                "closed the connection before it responded.",
                "look for the request in the log of " + service() + "; it may have crashed or been restarted");
    }

    public <T> Unavailable<T> interrupted() {
        return complaint(
                Reason.INTERRUPTED,
                "had not responded when the waiting thread was interrupted.",
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

    /** Never repeatable: the service did respond, and would respond the same again. */
    public <T> Unavailable<T> tooLarge(int largest) {
        return new Unavailable<>(
                Reason.UNREADABLE,
                false,
                Optional.empty(),
                explanation(
                        "responded with more than " + largest + " bytes.",
                        "check what is at that address: no response of " + service() + " is that large"));
    }

    /** Never repeatable: the service did respond, and would respond the same again. */
    public <T> Unavailable<T> unreadable(HttpResponse<?> response, String why) {
        return new Unavailable<>(
                Reason.UNREADABLE,
                false,
                Optional.empty(),
                explanation(
                        "responded with status " + response.statusCode() + ", but the response is invalid: " + why
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
