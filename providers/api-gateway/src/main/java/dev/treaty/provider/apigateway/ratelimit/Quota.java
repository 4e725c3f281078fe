package dev.treaty.provider.apigateway.ratelimit;

import dev.treaty.provider.service.CannotStart;
import java.time.Duration;

/**
 * How often one caller may call.
 *
 * @param requests the number allowed in one window
 * @param window its length, in whole seconds; it starts with the caller's first request
 */
public record Quota(long requests, Duration window) {

    /** Checks that the quota allows any call at all. */
    public Quota {
        if (requests < 1 || window.toSeconds() < 1) {
            throw new CannotStart(
                    "The quota allows no calls.",
                    "%d requests in %s".formatted(requests, window),
                    "allow at least one request in at least one second");
        }
    }

    /** The {@code RateLimit-Policy} field, e.g. {@code "default";q=100;w=60} (draft-ietf-httpapi-ratelimit-headers). */
    public String policy() {
        return "\"default\";q=%d;w=%d".formatted(requests, window.toSeconds());
    }
}
