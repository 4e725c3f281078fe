package dev.treaty.pacts.broker.verification;

import dev.treaty.pacts.broker.http.HalDocument;

/**
 * A sentence of the broker about a contract: why it is verified, and what follows from the result.
 *
 * @param when {@code before_verification}, or e.g. {@code after_verification:success_true_published_false}
 */
public record VerificationNotice(String when, String text) {

    static VerificationNotice of(HalDocument notice) {
        return new VerificationNotice(
                notice.text("when").orElse(""), notice.text("text").orElse(""));
    }

    /** Whether it is to be shown before the first interaction. */
    public boolean isBefore() {
        return when.equals("before_verification");
    }

    /** Whether it is to be shown after a verification with this outcome. */
    public boolean isAfter(boolean isSuccess, boolean isPublished) {
        return when.equals("after_verification")
                || when.equals("after_verification:success_%s_published_%s".formatted(isSuccess, isPublished));
    }
}
