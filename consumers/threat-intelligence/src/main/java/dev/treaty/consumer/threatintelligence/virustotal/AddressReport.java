package dev.treaty.consumer.threatintelligence.virustotal;

import dev.treaty.consumer.threatintelligence.source.IpAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * What the engines say of an address.
 *
 * @param analysedAt when it was last analysed; empty if never
 * @param country ISO 3166, e.g. {@code "US"}, if VirusTotal knows it
 * @param owner of the network, if VirusTotal knows it
 */
public record AddressReport(
        IpAddress address,
        EngineCounts engines,
        Optional<Instant> analysedAt,
        Optional<String> country,
        Optional<String> owner) {

    /** Whether any engine has looked at the address. */
    public boolean isAnalysed() {
        return engines.total() > 0;
    }
}
