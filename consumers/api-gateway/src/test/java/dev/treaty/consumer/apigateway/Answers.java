package dev.treaty.consumer.apigateway;

/** Takes apart an answer that should be of one kind, and says what it is instead when it is of another. */
final class Answers {

    private Answers() {}

    static <T> T successOf(Answer<T> answer) {
        if (answer instanceof Answer.Success<T> success) {
            return success.value();
        }
        throw unexpected(answer);
    }

    static Problem refusalOf(Answer<?> answer) {
        if (answer instanceof Answer.Refused<?> refused) {
            return refused.problem();
        }
        throw unexpected(answer);
    }

    static Answer.Unavailable<?> unavailabilityOf(Answer<?> answer) {
        if (answer instanceof Answer.Unavailable<?> unavailable) {
            return unavailable;
        }
        throw unexpected(answer);
    }

    private static AssertionError unexpected(Answer<?> answer) {
        return new AssertionError("Another answer than expected: " + answer);
    }
}
