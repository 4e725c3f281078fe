package dev.treaty.consumer.securitydesk;

import dev.treaty.consumer.http.HttpReply;
import dev.treaty.consumer.http.RetryAfter;
import dev.treaty.pacts.errors.TreatyException;

/** threat-intelligence refuses. That there is no reply at all is a {@link dev.treaty.consumer.http.HttpApiException}. */
public abstract sealed class ThreatIntelligenceException extends TreatyException {

    private ThreatIntelligenceException(HttpReply reply, String fix) {
        super(title(reply), reply.where(), fix);
    }

    private static String title(HttpReply reply) {
        return reply.jsonIfAny()
                .map(problem -> problem.path("title").asText())
                .filter(title -> !title.isEmpty())
                .map(title -> title + " (HTTP %d).".formatted(reply.status()))
                .orElse("threat-intelligence responded with HTTP %d.".formatted(reply.status()));
    }

    /** The access token is missing, has expired, or allows too little. */
    public static final class NotAllowed extends ThreatIntelligenceException {
        NotAllowed(HttpReply reply) {
            super(reply, "sign in again, or ask for the role security-viewer or security-analyst");
        }
    }

    /** The request is not acceptable as it is. */
    public static final class Invalid extends ThreatIntelligenceException {
        Invalid(HttpReply reply) {
            super(reply, "send a public address, and the fields that the contract names");
        }
    }

    /** There is no such analysis. */
    public static final class NotFound extends ThreatIntelligenceException {
        NotFound(HttpReply reply) {
            super(reply, "check the id; an analysis exists only for whoever started it");
        }
    }

    /** Too many requests, or no source that answers: nothing is known, and a gate stays closed. */
    public static final class NotNow extends ThreatIntelligenceException {

        private final RetryAfter retryAfter;

        NotNow(HttpReply reply, RetryAfter retryAfter) {
            super(reply, "ask again, but not before " + retryAfter.notBefore());
            this.retryAfter = retryAfter;
        }

        /** When to ask again, at the earliest. */
        public RetryAfter retryAfter() {
            return retryAfter;
        }
    }
}
