package dev.treaty.consumer.webapp.connection;

import java.time.Duration;
import java.util.Optional;

/** A rate limit of the gateway is exceeded; the call was not carried out. */
public final class TooManyRequests extends GatewayFailure {

    private final Optional<Duration> retryAfter;
    private final Optional<RateLimit> rateLimit;

    public TooManyRequests(GatewayRequest call, Optional<Duration> retryAfter, Optional<RateLimit> rateLimit) {
        super("The gateway has received too many requests.", call, patience(retryAfter));
        this.retryAfter = retryAfter;
        this.rateLimit = rateLimit;
    }

    /** How long to wait before calling again, if the gateway sent it. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** The limit that was reached, if the gateway sent it. */
    public Optional<RateLimit> rateLimit() {
        return rateLimit;
    }
}
