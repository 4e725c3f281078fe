package dev.treaty.provider.threatintelligence.sources;

import dev.treaty.consumer.threatintelligence.misp.Misp;
import dev.treaty.consumer.threatintelligence.source.IpAddress;
import java.util.Optional;

/** Asks MISP: an address that an event names for detection is bad, and one that none names is not therefore good. */
public record MispSource(Misp client) implements ThreatSource {

    private static final int WORST = 100;

    @Override
    public SourceName name() {
        return SourceName.MISP;
    }

    @Override
    public Opinion ask(IpAddress address) {
        var indicators = client.indicators(address);
        return indicators.isEmpty()
                ? Opinion.none()
                : new Opinion(
                        Optional.of(WORST),
                        Optional.empty(),
                        Optional.of("an event names it: " + indicators.get(0).event()),
                        Optional.empty());
    }
}
