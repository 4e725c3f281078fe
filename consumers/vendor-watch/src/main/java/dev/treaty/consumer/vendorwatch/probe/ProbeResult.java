package dev.treaty.consumer.vendorwatch.probe;

import java.time.Duration;
import java.time.Instant;

/**
 * One call to a vendor.
 *
 * @param at when it began
 * @param took until the last byte of the reply
 * @param detail in words, without secrets: {@code "HTTP 503"}
 */
public record ProbeResult(Instant at, Outcome outcome, Duration took, String detail, Limit limit) {}
