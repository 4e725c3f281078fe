package dev.treaty.consumer.archivist.connection;

import dev.treaty.pacts.errors.TreatyException;
import org.jspecify.annotations.Nullable;

/** Cablecast did not return what was requested; the message says what happened, where, and what to do. */
public abstract sealed class CablecastException extends TreatyException {

    private CablecastException(String what, String where, String fix, @Nullable Throwable cause) {
        super(what, where, fix, cause);
    }

    /** Credentials are missing, wrong, or allow too little (HTTP 401 and 403). */
    public static final class Unauthorized extends CablecastException {
        Unauthorized(int status, String subject, String where) {
            super(
                    "Cablecast refused %s (HTTP %d).".formatted(subject, status),
                    where,
                    "check user and password, and that this user may write in Cablecast",
                    null);
        }
    }

    /** The requested resource does not exist, or no longer exists (HTTP 404). */
    public static final class NotFound extends CablecastException {
        NotFound(String where) {
            super("Cablecast has nothing there (HTTP 404).", where, "check the id; it may have been deleted", null);
        }
    }

    /** Cablecast does not accept the request as it is; repeating it will not help (other statuses from 300 to 499). */
    public static final class Rejected extends CablecastException {
        Rejected(int status, String response, String where) {
            super(
                    "Cablecast rejected the request (HTTP %d): %s".formatted(status, response),
                    where,
                    "send what Cablecast accepts; the same request will be rejected again",
                    null);
        }
    }

    /**
     * No response, none in time, or none for now (HTTP 429 and 5xx). A POST may have been carried out nevertheless.
     */
    public static final class Unavailable extends CablecastException {
        Unavailable(String what, String where, @Nullable Throwable cause) {
            super(
                    what,
                    where,
                    where.startsWith("POST")
                            ? "check whether it was carried out before you post it again"
                            : "try again later",
                    cause);
        }
    }

    /** A response that breaks the contract: not JSON, or JSON of another shape. */
    public static final class UnexpectedResponse extends CablecastException {
        UnexpectedResponse(String what, String where, @Nullable Throwable cause) {
            super(what, where, "compare the response with the contract, archivist-cablecast", cause);
        }
    }
}
