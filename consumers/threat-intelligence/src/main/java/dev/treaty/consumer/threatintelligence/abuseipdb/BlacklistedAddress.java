package dev.treaty.consumer.threatintelligence.abuseipdb;

import dev.treaty.consumer.threatintelligence.source.IpAddress;
import java.time.Instant;

/**
 * An address that is reported often.
 *
 * @param score how sure AbuseIPDB is that it is abused, 0 to 100
 */
public record BlacklistedAddress(IpAddress address, int score, Instant lastReportedAt) {}
