package dev.treaty.consumer.webapp.connection;

import java.time.Duration;
import java.util.Optional;

/** The gateway, or a service behind it that the call needs, is down. */
public final class ServiceUnavailable extends GatewayFailure {

    private final Optional<Duration> retryAfter;

    public ServiceUnavailable(GatewayRequest call, Optional<Duration> retryAfter) {
        super("The gateway, or a service behind it, is down.", call, patience(retryAfter));
        this.retryAfter = retryAfter;
    }

    /** How long to wait before calling again, if the gateway sent it. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
