package dev.treaty.provider.threatintelligence.sources;

import java.time.Duration;

/**
 * How many requests a source allows.
 *
 * @param requests in any stretch of time as long as {@code per}
 */
public record RequestLimit(int requests, Duration per) {}
