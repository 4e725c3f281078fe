package dev.treaty.consumer.apigateway.http;

/** Unwraps a response that should be of one kind, and reports what it is if it is of another. */
public final class Responses {

    private Responses() {}

    public static <T> T successOf(ServiceResponse<T> response) {
        if (response instanceof ServiceResponse.Success<T> success) {
            return success.value();
        }
        throw unexpected(response);
    }

    public static Problem refusalOf(ServiceResponse<?> response) {
        if (response instanceof ServiceResponse.Refused<?> refused) {
            return refused.problem();
        }
        throw unexpected(response);
    }

    public static ServiceResponse.Unavailable<?> unavailabilityOf(ServiceResponse<?> response) {
        if (response instanceof ServiceResponse.Unavailable<?> unavailable) {
            return unavailable;
        }
        throw unexpected(response);
    }

    private static AssertionError unexpected(ServiceResponse<?> response) {
        return new AssertionError("An unexpected response:  " + response);
    }
}
