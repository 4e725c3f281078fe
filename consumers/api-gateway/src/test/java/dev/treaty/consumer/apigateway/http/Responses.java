package dev.treaty.consumer.apigateway.http;

/** Takes apart an answer that should be of one kind, and says what it is instead when it is of another. */
public final class Responses {

    private Responses() {}

    public static <T> T successOf(ServiceResponse<T> answer) {
        if (answer instanceof ServiceResponse.Success<T> success) {
            return success.value();
        }
        throw unexpected(answer);
    }

    public static Problem refusalOf(ServiceResponse<?> answer) {
        if (answer instanceof ServiceResponse.Refused<?> refused) {
            return refused.problem();
        }
        throw unexpected(answer);
    }

    public static ServiceResponse.Unavailable<?> unavailabilityOf(ServiceResponse<?> answer) {
        if (answer instanceof ServiceResponse.Unavailable<?> unavailable) {
            return unavailable;
        }
        throw unexpected(answer);
    }

    private static AssertionError unexpected(ServiceResponse<?> answer) {
        return new AssertionError("Another answer than expected: " + answer);
    }
}
