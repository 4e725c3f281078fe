package dev.treaty.consumer.routeplanning.connection;

import dev.treaty.consumer.http.RetryAfter;
import dev.treaty.pacts.errors.TreatyException;

/** Mapbox refused a call; the message says what happened, where, and what to do. It never contains the token. */
public abstract sealed class MapboxException extends TreatyException {

    private MapboxException(String what, String where, String fix) {
        super(what, where, fix, null);
    }

    /** The token is wrong, or was revoked (HTTP 401). */
    public static final class Unauthorized extends MapboxException {
        Unauthorized(String where) {
            super(
                    "Mapbox does not accept the access token (HTTP 401).",
                    where,
                    "check whether the token was revoked, and set the new one");
        }
    }

    /** The token may not do this: it lacks a scope, or is restricted to other sites (HTTP 403). */
    public static final class Forbidden extends MapboxException {
        Forbidden(String where) {
            super(
                    "Mapbox does not permit this with the access token (HTTP 403).",
                    where,
                    "check the token's scopes, and the URLs to which it is restricted");
        }
    }

    /** Mapbox does not accept the request as it is; repeating it will not help (other statuses from 300 to 499). */
    public static final class Rejected extends MapboxException {

        private final String code;

        Rejected(int status, MapboxProblem problem, String where) {
            super(
                    "Mapbox rejected the request (HTTP %d, %s): %s"
                            .formatted(status, problem.code(), problem.message()),
                    where,
                    "send what Mapbox accepts; the same request will be rejected again");
            this.code = problem.code();
        }

        /** Mapbox's name for the reason, e.g. {@code "InvalidInput"}. */
        public String code() {
            return code;
        }
    }

    /** Too many requests (HTTP 429). */
    public static final class TooManyRequests extends MapboxException {

        private final RetryAfter retryAfter;

        TooManyRequests(RetryAfter retryAfter, String where) {
            super(
                    "Mapbox has received too many requests (HTTP 429).",
                    where,
                    "send nothing before %s".formatted(retryAfter.notBefore()));
            this.retryAfter = retryAfter;
        }

        /** When the next call may be made. */
        public RetryAfter retryAfter() {
            return retryAfter;
        }
    }

    /** Mapbox failed, or is not available for now (HTTP 5xx). All calls only read, so they may be repeated. */
    public static final class Unavailable extends MapboxException {
        Unavailable(int status, String where) {
            super("Mapbox failed (HTTP %d).".formatted(status), where, "try again later");
        }
    }
}
