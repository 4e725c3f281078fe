package dev.treaty.consumer.vendorwatch.probe;

import java.time.Instant;
import java.util.Optional;

/**
 * What a vendor accepts.
 *
 * @param requests in its period
 * @param remaining of them
 * @param notBefore when it wants to be asked again, if it refused a request or will refuse the next
 */
public record Limit(Optional<Long> requests, Optional<Long> remaining, Optional<Instant> notBefore) {

    /** Nothing is known. */
    public static final Limit UNKNOWN = new Limit(Optional.empty(), Optional.empty(), Optional.empty());
}
