package dev.treaty.consumer.threatintelligence.source;

import dev.treaty.consumer.http.HttpReply;
import dev.treaty.consumer.http.RetryAfter;
import dev.treaty.pacts.errors.TreatyException;

/**
 * A source refuses. No message contains a key. That there is no reply at all, or one that cannot be read, is a {@link
 * dev.treaty.consumer.http.HttpApiException}.
 */
public abstract sealed class SourceException extends TreatyException {

    private SourceException(String what, String where, String fix) {
        super(what, where, fix);
    }

    /** The key is missing, wrong or revoked, or allows too little. */
    public static final class KeyRefused extends SourceException {
        public KeyRefused(String source, HttpReply reply) {
            super(
                    "%s refused the API key (HTTP %d).".formatted(source, reply.status()),
                    reply.where(),
                    "check the key, and whether somebody has replaced it");
        }
    }

    /** A limit is used up. */
    public static final class LimitReached extends SourceException {

        private final RetryAfter retryAfter;

        public LimitReached(String source, HttpReply reply, RetryAfter retryAfter) {
            super(
                    "%s has answered as many requests as it allows (HTTP %d).".formatted(source, reply.status()),
                    reply.where(),
                    "ask again, but not before " + retryAfter.notBefore());
            this.retryAfter = retryAfter;
        }

        /** When the source may be asked again, at the earliest. */
        public RetryAfter retryAfter() {
            return retryAfter;
        }
    }

    /** The source does not accept the request as it is; repeating it will not help. */
    public static final class Rejected extends SourceException {
        /** @param reason as the source says it */
        public Rejected(String source, HttpReply reply, String reason) {
            super(
                    "%s rejected the request (HTTP %d): %s".formatted(source, reply.status(), reason),
                    reply.where(),
                    "send what %s accepts; the same request will be rejected again".formatted(source));
        }
    }

    /** The source fails for now (HTTP 5xx, or a redirect to a page for people). */
    public static final class Failing extends SourceException {
        public Failing(String source, HttpReply reply) {
            super("%s failed (HTTP %d).".formatted(source, reply.status()), reply.where(), "try again later");
        }
    }
}
