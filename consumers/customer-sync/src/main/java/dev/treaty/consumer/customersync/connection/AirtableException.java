package dev.treaty.consumer.customersync.connection;

import dev.treaty.consumer.http.RetryAfter;
import dev.treaty.pacts.errors.TreatyException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Airtable refused a call; the message says what happened, where, and what to do. It never contains the token. */
public abstract sealed class AirtableException extends TreatyException {

    private AirtableException(String what, String where, String fix, @Nullable Throwable cause) {
        super(what, where, fix, cause);
    }

    /** The token is wrong, or was revoked (HTTP 401). */
    public static final class Unauthorized extends AirtableException {
        Unauthorized(String where) {
            super(
                    "Airtable does not accept the access token (HTTP 401).",
                    where,
                    "check the token: it may have been revoked, or belong to somebody who has left",
                    null);
        }
    }

    /** The token may not do this, or does not see the base or table (HTTP 403): Airtable does not say which. */
    public static final class Forbidden extends AirtableException {
        Forbidden(String where) {
            super(
                    "Airtable does not permit this, or has no such base or table (HTTP 403).",
                    where,
                    "check the ids of base and table, that the token was given this base, and its scopes",
                    null);
        }
    }

    /** There is no such record or webhook, or no longer (HTTP 404). */
    public static final class NotFound extends AirtableException {
        NotFound(String where) {
            super("Airtable has nothing there (HTTP 404).", where, "check the id; it may have been deleted", null);
        }
    }

    /** Airtable does not accept the request as it is; repeating it will not help (other statuses from 400 to 499). */
    public static final class Rejected extends AirtableException {

        private final String type;

        Rejected(int status, AirtableProblem problem, String where) {
            super(
                    "Airtable rejected the request (HTTP %d, %s): %s"
                            .formatted(status, problem.type(), problem.message()),
                    where,
                    "compare the fields of the table with those of the client; the same request will be rejected again",
                    null);
            this.type = problem.type();
        }

        /** Airtable's name for the reason, e.g. {@code "INVALID_MULTIPLE_CHOICE_OPTIONS"}. */
        public String type() {
            return type;
        }
    }

    /** Too many requests (HTTP 429): Airtable answers nothing for half a minute, and the client sends nothing meanwhile. */
    public static final class TooManyRequests extends AirtableException {

        private final RetryAfter retryAfter;

        TooManyRequests(RetryAfter retryAfter, String where) {
            super(
                    "Airtable has received too many requests (HTTP 429).",
                    where,
                    "send nothing to this base before %s".formatted(retryAfter.notBefore()),
                    null);
            this.retryAfter = retryAfter;
        }

        /** When the next call may be made. */
        public RetryAfter retryAfter() {
            return retryAfter;
        }
    }

    /** Airtable failed, or is not available for now (HTTP 5xx). What was to be written may have been written. */
    public static final class Unavailable extends AirtableException {
        Unavailable(int status, String where) {
            super(
                    "Airtable failed (HTTP %d).".formatted(status),
                    where,
                    where.startsWith("GET")
                            ? "try again later"
                            : "check whether it was carried out before you send it again; an upsert may simply be repeated",
                    null);
        }
    }

    /** A call that needed several requests was carried out in part: the first requests succeeded, and the next one failed. */
    public static final class PartlyDone extends AirtableException {

        private final List<String> done;

        /**
         * Some records were written, and then a request failed.
         *
         * @param done the ids of the records that were written
         * @param all how many were to be written
         * @param cause why the next request failed
         */
        public PartlyDone(List<String> done, int all, TreatyException cause) {
            super(
                    "Airtable carried out %d of %d, and then a request failed.".formatted(done.size(), all),
                    cause.errorMessage().where(),
                    "see the cause, and repeat only what is missing",
                    cause);
            this.done = List.copyOf(done);
        }

        /** The ids of the records that were written. */
        public List<String> done() {
            return done;
        }
    }
}
