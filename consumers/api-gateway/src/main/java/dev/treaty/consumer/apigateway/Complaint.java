package dev.treaty.consumer.apigateway;

import dev.treaty.consumer.apigateway.Answer.Reason;
import dev.treaty.consumer.apigateway.Answer.Unavailable;
import java.net.http.HttpResponse;
import java.util.Optional;

/** Says what went wrong with a call. It names nothing that the call or its answer holds: both may have secrets in them. */
record Complaint(ServiceAddress address, Call call) {

    <T> Unavailable<T> unreachable() {
        return new Unavailable<>(
                Reason.UNREACHABLE,
                true,
                Optional.empty(),
                explanation(
                        "cannot be reached.",
                        "see whether " + service() + " runs, and whether the gateway has its right address"));
    }

    <T> Unavailable<T> timedOut(Timeouts timeouts) {
        return complaint(
                Reason.TIMED_OUT,
                "did not answer within " + timeouts.call().toMillis() + " ms.",
                "see what keeps " + service() + " busy, or allow calls more time");
    }

    <T> Unavailable<T> disconnected() {
        return complaint(
                Reason.DISCONNECTED,
                "broke the connection before it had answered.",
                "look for the request in the log of " + service() + "; it may have crashed or been restarted");
    }

    <T> Unavailable<T> interrupted() {
        return complaint(
                Reason.INTERRUPTED,
                "had not answered when the waiting thread was interrupted.",
                "nothing if the gateway is stopping; otherwise find out who interrupts its threads");
    }

    <T> Unavailable<T> failed(HttpResponse<?> response) {
        return new Unavailable<>(
                Reason.FAILED,
                call.repeatable(),
                response.headers().firstValue("Retry-After"),
                explanation(
                        "failed with status " + response.statusCode() + ".",
                        "look for the request in the log of " + service()));
    }

    /** Never repeatable: the service did answer, and would answer so again. */
    <T> Unavailable<T> tooLarge(int largest) {
        return new Unavailable<>(
                Reason.UNREADABLE,
                false,
                Optional.empty(),
                explanation(
                        "answered with more than " + largest + " bytes.",
                        "see what is at that address: no answer of " + service() + " is so large"));
    }

    /** Never repeatable: the service did answer, and would answer so again. */
    <T> Unavailable<T> unreadable(HttpResponse<?> response, String why) {
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
        return """
                %s %s
                  where: %s %s, request %s
                  fix:   %s""".formatted(
                        service(),
                        what,
                        call.method(),
                        address.resolve(call.path()),
                        call.requestId().value(),
                        fix);
    }

    private String service() {
        return address.service();
    }
}
