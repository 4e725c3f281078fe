package dev.treaty.consumer.customermail;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.errors.TreatyException;
import org.jspecify.annotations.Nullable;

/** SendGrid sent no usable response: a server error (5xx), silence, or something unreadable. */
public final class SendGridUnavailable extends TreatyException {

    private final boolean maybeTaken;

    private SendGridUnavailable(ErrorMessage message, boolean maybeTaken, @Nullable Throwable cause) {
        super(message, cause);
        this.maybeTaken = maybeTaken;
    }

    static SendGridUnavailable notTaken(String what, String where, Throwable cause) {
        return new SendGridUnavailable(
                new ErrorMessage(what + "; the request was not carried out.", where, "try again later"), false, cause);
    }

    static SendGridUnavailable maybeTaken(String what, String where, @Nullable Throwable cause) {
        return new SendGridUnavailable(
                new ErrorMessage(
                        what + "; the request may have been carried out.",
                        where,
                        "see https://status.sendgrid.com; an event with the mail's reference shows that it went out"),
                true,
                cause);
    }

    /** Whether SendGrid may have carried out the request nevertheless; if not, repeating it is safe. */
    public boolean maybeTaken() {
        return maybeTaken;
    }
}
