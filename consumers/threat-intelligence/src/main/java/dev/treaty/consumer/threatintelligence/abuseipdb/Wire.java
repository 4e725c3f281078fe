package dev.treaty.consumer.threatintelligence.abuseipdb;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.treaty.consumer.threatintelligence.source.IpAddress;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Objects as AbuseIPDB sends them, as far as they are read. */
final class Wire {

    private Wire() {}

    /** Many public clients read {@code abuseConfidencePercentage}, which does not exist. */
    record Check(
            @JsonProperty("abuseConfidenceScore") int score,
            @JsonProperty("totalReports") int reports,
            Optional<OffsetDateTime> lastReportedAt,
            @JsonProperty("isWhitelisted") Optional<Boolean> whitelisted,
            @JsonProperty("countryCode") Optional<String> country) {

        AddressCheck toCheck(IpAddress address, Optional<Integer> remaining) {
            return new AddressCheck(
                    address,
                    score,
                    reports,
                    lastReportedAt.map(OffsetDateTime::toInstant),
                    whitelisted.orElse(false),
                    country,
                    remaining);
        }
    }

    record Reported(@JsonProperty("abuseConfidenceScore") int score) {}

    record Listed(
            String ipAddress,
            @JsonProperty("abuseConfidenceScore") int score,
            OffsetDateTime lastReportedAt) {

        /** Empty if it is one that nobody could meet. */
        Optional<BlacklistedAddress> toAddress() {
            return IpAddress.of(ipAddress)
                    .map(address -> new BlacklistedAddress(address, score, lastReportedAt.toInstant()));
        }
    }
}
