package dev.treaty.consumer.webapp.connection;

import java.time.Duration;
import java.util.Optional;

/** The gateway asks for patience; it has not done what it was asked to. */
public final class TooManyRequests extends GatewayFailure {

    private final Optional<Duration> retryAfter;
    private final Optional<RateLimit> rateLimit;

    public TooManyRequests(GatewayRequest call, Optional<Duration> retryAfter, Optional<RateLimit> rateLimit) {
        super("The gateway has had too many requests.", call, patience(retryAfter));
        this.retryAfter = retryAfter;
        this.rateLimit = rateLimit;
    }

    /** How long to wait before asking again, if the gateway said. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** The limit that was reached, if the gateway said. */
    public Optional<RateLimit> rateLimit() {
        return rateLimit;
    }
}
