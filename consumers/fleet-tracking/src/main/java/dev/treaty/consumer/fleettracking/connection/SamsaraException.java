package dev.treaty.consumer.fleettracking.connection;

import dev.treaty.consumer.http.RetryAfter;
import dev.treaty.pacts.errors.TreatyException;

/** Samsara refuses a request, or cannot carry it out; the message says what happened, where, and what to do. */
public abstract sealed class SamsaraException extends TreatyException {

    private SamsaraException(String what, String where, String fix) {
        super(what, where, fix);
    }

    /** The token is unknown, expired or revoked (401). */
    public static final class InvalidToken extends SamsaraException {
        InvalidToken(String where) {
            super(
                    "Samsara does not accept the API token (HTTP 401).",
                    where,
                    "create a token in Samsara's settings, and check that the organisation is on this server (api.eu.samsara.com for"
                            + " the European Union)");
        }
    }

    /** The token has no scope for this, or the organisation no licence (403). */
    public static final class Forbidden extends SamsaraException {
        Forbidden(String where, String explanation) {
            super(
                    "The API token may not do this (HTTP 403): " + explanation,
                    where,
                    "add the scope that Samsara's documentation names for this request to the token");
        }
    }

    /** There is nothing with this id (404). */
    public static final class NotFound extends SamsaraException {
        NotFound(String where) {
            super("Samsara has nothing there (HTTP 404).", where, "check the id; it may have been deleted");
        }
    }

    /** The token or the organisation has sent too many requests (429). */
    public static final class TooManyRequests extends SamsaraException {

        private final transient RetryAfter retryAfter;

        TooManyRequests(String where, RetryAfter retryAfter) {
            super(
                    "Samsara has received too many requests (HTTP 429).",
                    where,
                    "send it again at %s, or later".formatted(retryAfter.notBefore()));
            this.retryAfter = retryAfter;
        }

        /** When the request may be sent again; it was not carried out. */
        public RetryAfter retryAfter() {
            return retryAfter;
        }
    }

    /** Samsara does not accept the request as it is; repeating it will not help (other statuses from 300 to 499). */
    public static final class Rejected extends SamsaraException {
        Rejected(int status, String where, String explanation) {
            super(
                    "Samsara rejected the request (HTTP %d): %s".formatted(status, explanation),
                    where,
                    "send what Samsara accepts; the same request will be rejected again");
        }
    }

    /** Samsara failed (5xx). A request that changes something may have been carried out nevertheless. */
    public static final class Unavailable extends SamsaraException {
        Unavailable(int status, String where) {
            super(
                    "Samsara failed (HTTP %d).".formatted(status),
                    where,
                    where.startsWith("GET")
                            ? "try again later; https://status.samsara.com may say why"
                            : "check whether it was carried out before you send it again");
        }
    }
}
