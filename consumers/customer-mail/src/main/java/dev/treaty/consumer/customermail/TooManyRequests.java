package dev.treaty.consumer.customermail;

import dev.treaty.pacts.errors.TreatyException;
import java.time.Instant;

/** The rate limit is exceeded (429): the request was not carried out, and none will be before the window is over. */
public final class TooManyRequests extends TreatyException {

    private final transient Instant notBefore;

    TooManyRequests(Instant notBefore, String where) {
        super(
                "SendGrid has received too many requests; this one was not carried out.",
                where,
                "try again at " + notBefore);
        this.notBefore = notBefore;
    }

    /** When the next request may be made ({@code X-RateLimit-Reset}), to the second. */
    public Instant notBefore() {
        return notBefore;
    }
}
