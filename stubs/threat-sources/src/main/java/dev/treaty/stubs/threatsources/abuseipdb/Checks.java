package dev.treaty.stubs.threatsources.abuseipdb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.threatsources.address.IpAddress;
import dev.treaty.stubs.threatsources.address.KnownAddresses;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What AbuseIPDB knows of an address. */
final class Checks {

    private static final int MOST_DAYS = 365;
    private static final int DAYS = 30;

    /** When others last reported an address that is reported often. */
    private static final Duration LAST_REPORT = Duration.ofHours(3);

    private Checks() {}

    /** {@code GET /check?ipAddress&maxAgeInDays&verbose}. */
    static StubResponse check(Exchange exchange) {
        var query = exchange.request().queryParameters();
        var address = Parameters.address(Parameters.first(query, "ipAddress"), "ipAddress");
        var days = Parameters.number(query, "maxAgeInDays", DAYS, MOST_DAYS);
        var world = exchange.world();
        var facts = KnownAddresses.facts(world, address);
        var own = ReportTable.newest(world, address)
                .filter(ReportTable.since(world.now().minus(Duration.ofDays(days))))
                .toList();
        var body = Json.object();
        var data = body.putObject("data");
        describe(data, address, facts);
        data.put("abuseConfidenceScore", Scores.of(world, address))
                .put("totalReports", facts.path("reports").asInt() + own.size())
                .put("numDistinctUsers", facts.path("reporters").asInt() + (own.isEmpty() ? 0 : 1))
                .put("lastReportedAt", lastReport(world, facts, own));
        if (query.containsKey("verbose")) {
            var reports = data.putArray("reports");
            own.forEach(report -> reports.add(Reports.shown(report)));
        }
        return AbuseIpDbError.json(200, body);
    }

    private static void describe(ObjectNode data, IpAddress address, ObjectNode facts) {
        data.put("ipAddress", address.toString())
                .put("isPublic", address.isPublic())
                .put("ipVersion", address.version())
                .put("countryCode", facts.path("country").asText("SE"))
                .put("usageType", facts.path("usageType").asText("Data Center/Web Hosting/Transit"))
                .put("isp", facts.path("owner").asText("Example Backbone"))
                .put("domain", "example.net")
                .put("isTor", facts.path("tor").asBoolean());
        data.putArray("hostnames");
        if (address.isPublic()) {
            data.put("isWhitelisted", facts.path("whitelisted").asBoolean());
        } else {
            data.putNull("isWhitelisted");
        }
    }

    private static @Nullable String lastReport(World world, ObjectNode facts, List<ObjectNode> own) {
        if (!own.isEmpty()) {
            return AbuseIpDbTime.write(ReportTable.reportedAt(own.get(0)));
        }
        return facts.path("reports").asInt() == 0
                ? null
                : AbuseIpDbTime.write(world.now().minus(LAST_REPORT));
    }
}
