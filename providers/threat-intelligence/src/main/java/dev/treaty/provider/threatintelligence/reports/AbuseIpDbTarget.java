package dev.treaty.provider.threatintelligence.reports;

import dev.treaty.consumer.http.HttpApiException;
import dev.treaty.consumer.threatintelligence.abuseipdb.AbuseIpDb;
import dev.treaty.consumer.threatintelligence.abuseipdb.Report;
import dev.treaty.consumer.threatintelligence.abuseipdb.ReportResult;
import dev.treaty.consumer.threatintelligence.source.SourceException;
import dev.treaty.provider.threatintelligence.sources.SourceName;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports to AbuseIPDB. */
public record AbuseIpDbTarget(AbuseIpDb client) implements ReportTarget {

    private static final Logger LOG = LoggerFactory.getLogger(AbuseIpDbTarget.class);
    private static final String NAME = SourceName.ABUSEIPDB.value();

    @Override
    public Map<String, Object> report(AddressReport report) {
        try {
            var result = client.report(new Report(report.address(), report.categories(), report.comment()));
            if (result instanceof ReportResult.NotNow notNow) {
                return Map.of(
                        "name",
                        NAME,
                        "state",
                        "limited",
                        "notBefore",
                        notNow.retryAfter().notBefore().toString());
            }
            return Map.of("name", NAME, "state", "accepted");
        } catch (SourceException.Rejected e) {
            return Map.of("name", NAME, "state", "rejected");
        } catch (SourceException | HttpApiException e) {
            LOG.warn("a report was not delivered: {}", e.getMessage());
            return Map.of("name", NAME, "state", "unavailable");
        }
    }
}
