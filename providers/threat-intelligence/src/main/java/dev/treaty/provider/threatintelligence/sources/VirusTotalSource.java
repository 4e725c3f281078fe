package dev.treaty.provider.threatintelligence.sources;

import dev.treaty.consumer.threatintelligence.source.IpAddress;
import dev.treaty.consumer.threatintelligence.virustotal.EngineCounts;
import dev.treaty.consumer.threatintelligence.virustotal.VirusTotal;
import java.util.Optional;

/** Asks VirusTotal: four engines that call an address malicious are as bad as it gets. */
public record VirusTotalSource(VirusTotal client) implements ThreatSource {

    private static final int POINTS_OF_A_MALICIOUS = 25;
    private static final int POINTS_OF_A_SUSPICIOUS = 10;
    private static final int WORST = 100;

    @Override
    public SourceName name() {
        return SourceName.VIRUSTOTAL;
    }

    @Override
    public Opinion ask(IpAddress address) {
        var report = client.address(address);
        if (!report.isAnalysed()) {
            return Opinion.none();
        }
        var engines = report.engines();
        var reason = engines.malicious() == 0
                ? Optional.<String>empty()
                : Optional.of("%d of %d engines call it malicious".formatted(engines.malicious(), engines.total()));
        return new Opinion(Optional.of(score(engines)), report.country(), reason, Optional.empty());
    }

    private static int score(EngineCounts engines) {
        return Math.min(
                WORST, engines.malicious() * POINTS_OF_A_MALICIOUS + engines.suspicious() * POINTS_OF_A_SUSPICIOUS);
    }
}
