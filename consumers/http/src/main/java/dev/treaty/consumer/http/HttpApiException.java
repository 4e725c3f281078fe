package dev.treaty.consumer.http;

import dev.treaty.pacts.errors.TreatyException;
import org.jspecify.annotations.Nullable;

/** There is no reply, or it cannot be read. No message contains a header, a body, or a secret of a query. */
public abstract sealed class HttpApiException extends TreatyException {

    private HttpApiException(String what, String where, String fix, @Nullable Throwable cause) {
        super(what, where, fix, cause);
    }

    /** No whole reply arrived in time. */
    public static final class NoReply extends HttpApiException {

        private final boolean mayHaveBeenCarriedOut;

        NoReply(String what, String where, String fix, boolean mayHaveBeenCarriedOut, @Nullable Throwable cause) {
            super(what, where, fix, cause);
            this.mayHaveBeenCarriedOut = mayHaveBeenCarriedOut;
        }

        /** Whether the server may have changed something: false for a GET, and if it never saw the request. */
        public boolean mayHaveBeenCarriedOut() {
            return mayHaveBeenCarriedOut;
        }
    }

    /** A reply breaks the contract: not JSON, JSON of another shape, or far too large. */
    public static final class UnreadableReply extends HttpApiException {

        UnreadableReply(String what, String where, String fix) {
            super(what, where, fix, null);
        }
    }
}
