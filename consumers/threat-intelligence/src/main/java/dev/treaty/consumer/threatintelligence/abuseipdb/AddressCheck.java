package dev.treaty.consumer.threatintelligence.abuseipdb;

import dev.treaty.consumer.threatintelligence.source.IpAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * What people have reported of an address.
 *
 * @param score how sure AbuseIPDB is that the address is abused, 0 to 100
 * @param reports how many
 * @param lastReportedAt empty if nobody has reported it
 * @param isWhitelisted whether AbuseIPDB holds it for harmless, whatever is reported
 * @param country ISO 3166, e.g. {@code "US"}, if AbuseIPDB knows it
 * @param remaining how many more addresses may be checked today, if AbuseIPDB says so
 */
public record AddressCheck(
        IpAddress address,
        int score,
        int reports,
        Optional<Instant> lastReportedAt,
        boolean isWhitelisted,
        Optional<String> country,
        Optional<Integer> remaining) {}
