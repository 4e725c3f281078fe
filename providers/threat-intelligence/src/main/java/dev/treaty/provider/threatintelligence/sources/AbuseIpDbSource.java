package dev.treaty.provider.threatintelligence.sources;

import dev.treaty.consumer.threatintelligence.abuseipdb.AbuseIpDb;
import dev.treaty.consumer.threatintelligence.source.IpAddress;
import java.util.Optional;

/** Asks AbuseIPDB, whose score is taken as it is; a whitelisted address has none to speak of. */
public record AbuseIpDbSource(AbuseIpDb client) implements ThreatSource {

    @Override
    public SourceName name() {
        return SourceName.ABUSEIPDB;
    }

    @Override
    public Opinion ask(IpAddress address) {
        var check = client.check(address);
        var score = check.isWhitelisted() ? 0 : check.score();
        var reason =
                score == 0 ? Optional.<String>empty() : Optional.of("%d reports in 90 days".formatted(check.reports()));
        return new Opinion(Optional.of(score), check.country(), reason, check.remaining());
    }
}
