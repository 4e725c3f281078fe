package dev.treaty.consumer.apigateway;

import dev.treaty.consumer.apigateway.Answer.Reason;
import dev.treaty.consumer.apigateway.Answer.Unavailable;
import java.net.http.HttpResponse;
import java.util.Optional;

/** Says what went wrong with a call. It names nothing that the call or its answer holds: both may have secrets in them. */
record Complaint(ServiceAddress address, Call call) {

    <T> Unavailable<T> unreachable() {
        return complaint(
                Reason.UNREACHABLE,
                true,
                "%s cannot be reached.",
                "see whether %s runs, and whether the gateway has its right address");
    }

    <T> Unavailable<T> timedOut(Timeouts timeouts) {
        return complaint(
                Reason.TIMED_OUT,
                call.repeatable(),
                "%s did not answer within " + timeouts.call().toMillis() + " ms.",
                "see what keeps %s busy, or allow calls more time");
    }

    <T> Unavailable<T> disconnected() {
        return complaint(
                Reason.DISCONNECTED,
                call.repeatable(),
                "%s broke the connection before it had answered.",
                "look for the request in the log of %s; it may have crashed or been restarted");
    }

    <T> Unavailable<T> failed(HttpResponse<byte[]> response) {
        Unavailable<T> complaint = complaint(
                Reason.FAILED,
                call.repeatable(),
                "%s failed with status " + response.statusCode() + ".",
                "look for the request in the log of %s");
        return new Unavailable<>(
                complaint.reason(),
                complaint.repeatable(),
                response.headers().firstValue("Retry-After"),
                complaint.explanation());
    }

    /** Never repeatable: the service did answer, and would answer so again. */
    <T> Unavailable<T> unreadable(HttpResponse<byte[]> response, String why) {
        return complaint(
                Reason.UNREADABLE,
                false,
                "%s answered with status " + response.statusCode() + ", and the answer makes no sense: " + why + ".",
                "verify %1$s against pacts/api-gateway-%1$s.json");
    }

    <T> Unavailable<T> interrupted() {
        return complaint(
                Reason.INTERRUPTED,
                call.repeatable(),
                "The thread that waited for %s was interrupted.",
                "nothing if the gateway is stopping; otherwise find out who interrupts it, %s is not to blame");
    }

    private <T> Unavailable<T> complaint(Reason reason, boolean repeatable, String what, String mend) {
        var explanation = """
                %s
                  where: %s %s, request %s
                  mend:  %s""".formatted(
                        what.formatted(address.service()),
                        call.method(),
                        address.resolve(call.path()),
                        call.requestId().value(),
                        mend.formatted(address.service()));
        return new Unavailable<>(reason, repeatable, Optional.empty(), explanation);
    }
}
