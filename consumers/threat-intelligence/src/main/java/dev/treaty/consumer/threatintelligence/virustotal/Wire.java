package dev.treaty.consumer.threatintelligence.virustotal;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.treaty.consumer.threatintelligence.source.IpAddress;
import java.time.Instant;
import java.util.Optional;

/** Objects as VirusTotal sends them, as far as they are read. Any attribute of an address may be missing. */
final class Wire {

    private Wire() {}

    record Identified(String id) {}

    record Address(AddressAttributes attributes) {}

    record AddressAttributes(
            @JsonProperty("last_analysis_stats") Optional<EngineCounts> engines,
            @JsonProperty("last_analysis_date") Optional<Long> analysedAt,
            Optional<String> country,
            @JsonProperty("as_owner") Optional<String> owner) {

        AddressReport toReport(IpAddress address) {
            return new AddressReport(
                    address,
                    engines.orElse(new EngineCounts(0, 0, 0, 0)),
                    analysedAt.map(Instant::ofEpochSecond),
                    country,
                    owner);
        }
    }

    record File(String id, FileAttributes attributes) {

        FileReport toReport() {
            return new FileReport(id, attributes.name(), attributes.engines());
        }
    }

    record FileAttributes(
            @JsonProperty("meaningful_name") Optional<String> name,
            @JsonProperty("last_analysis_stats") EngineCounts engines) {}

    record AnalysisObject(AnalysisAttributes attributes) {}

    record AnalysisAttributes(String status, EngineCounts stats) {

        Analysis toAnalysis() {
            return status.equals("completed") ? new Analysis.Completed(stats) : new Analysis.Pending();
        }
    }
}
