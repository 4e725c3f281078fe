package dev.treaty.provider.apigateway;

import java.time.Duration;

/**
 * How often one caller may call.
 *
 * @param requests how many in one window
 * @param window how long a window is, in whole seconds; it begins with the caller's first request
 */
public record Quota(long requests, Duration window) {

    /** Refuses a quota that lets nobody call. */
    public Quota {
        if (requests < 1 || window.toSeconds() < 1) {
            throw new IllegalArgumentException("""
                    A quota lets nobody call.
                      where: %d requests in %s
                      fix:   allow at least one request in at least one second""".formatted(requests, window));
        }
    }

    /** The {@code RateLimit-Policy} field, e.g. {@code "default";q=100;w=60} (draft-ietf-httpapi-ratelimit-headers). */
    String policy() {
        return "\"default\";q=%d;w=%d".formatted(requests, window.toSeconds());
    }
}
