package dev.treaty.provider.threatintelligence.reports;

import dev.treaty.consumer.http.HttpApiException;
import dev.treaty.consumer.threatintelligence.misp.AdditionResult;
import dev.treaty.consumer.threatintelligence.misp.Misp;
import dev.treaty.consumer.threatintelligence.source.SourceException;
import dev.treaty.provider.threatintelligence.sources.SourceName;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds addresses to an event of MISP.
 *
 * @param event its id
 */
public record MispTarget(Misp client, String event) implements ReportTarget {

    private static final Logger LOG = LoggerFactory.getLogger(MispTarget.class);
    private static final String NAME = SourceName.MISP.value();

    @Override
    public Map<String, Object> report(AddressReport report) {
        try {
            var result = client.add(event, report.address(), report.comment());
            return Map.of("name", NAME, "state", result instanceof AdditionResult.Added ? "accepted" : "known");
        } catch (SourceException.Rejected e) {
            LOG.warn("a report was rejected: {}", e.getMessage());
            return Map.of("name", NAME, "state", "rejected");
        } catch (SourceException | HttpApiException e) {
            LOG.warn("a report was not delivered: {}", e.getMessage());
            return Map.of("name", NAME, "state", "unavailable");
        }
    }
}
