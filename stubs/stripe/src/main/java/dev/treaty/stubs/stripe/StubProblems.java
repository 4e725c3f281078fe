package dev.treaty.stubs.stripe;

import dev.treaty.stubs.http.response.HttpProblem;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.matching.diagnosis.MismatchReport;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.vendor.request.VendorRequest;
import java.util.Arrays;

/** What the stub server has to say, in the shape of Stripe's errors, so that the SDKs raise their own exceptions. */
final class StubProblems {

    private StubProblems() {}

    static StubResponse toResponse(VendorRequest request, HttpProblem problem) {
        if (isMismatch(problem)) {
            return unrecognized(request, problem);
        }
        var message = problem.title() + ". " + problem.detail();
        return error(problem.status(), message).toResponse();
    }

    /** Of the type that Stripe's errors with this status have. */
    private static StripeError error(int status, String message) {
        return switch (status) {
            case 402 -> StripeError.card("card_declined", message);
            case 409 -> StripeError.idempotency(status, message).code("idempotency_key_in_use");
            case 429 -> StripeError.rateLimited(message);
            default ->
                status >= 500 ? StripeError.of(status, "api_error", message) : StripeError.invalid(status, message);
        };
    }

    /** Whether no contract answers a request that the replay does not know. */
    private static boolean isMismatch(HttpProblem problem) {
        return Arrays.stream(MismatchReport.Type.values())
                .anyMatch(type -> problem.type().endsWith("/" + type.slug()));
    }

    private static StubResponse unrecognized(VendorRequest request, HttpProblem problem) {
        var url =
                "Unrecognized request URL (%s: %s). Please see https://stripe.com/docs or we can help at https://support.stripe.com/."
                        .formatted(request.method(), request.path());
        return StripeError.invalid(problem.status(), url + "\n\nThe stub server does not cover it. " + problem.detail())
                .header(StripeVendor.NOT_COVERED, request.method() + " " + request.path())
                .toResponse();
    }
}
