package dev.treaty.stubs.threatsources.abuseipdb;

import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.threatsources.address.IpAddress;
import dev.treaty.stubs.threatsources.address.KnownAddresses;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/** The addresses that are reported most: the named ones of {@code known-addresses.json}, and what the account has reported. */
final class Blacklist {

    private static final int MOST = 10_000;
    private static final int SURE = 100;
    private static final Duration LAST_REPORT = Duration.ofHours(3);

    private Blacklist() {}

    /** {@code GET /blacklist?confidenceMinimum&limit}. */
    static StubResponse get(Exchange exchange) {
        var query = exchange.request().queryParameters();
        var minimum = Parameters.number(query, "confidenceMinimum", SURE, SURE);
        var limit = Parameters.number(query, "limit", MOST, MOST);
        var world = exchange.world();
        var body = Json.object();
        body.putObject("meta").put("generatedAt", AbuseIpDbTime.write(world.now()));
        var data = body.putArray("data");
        addresses(world)
                .map(address -> new Entry(address, Scores.of(world, address)))
                .filter(entry -> entry.score() >= minimum)
                .sorted(Comparator.comparingInt(Entry::score).reversed())
                .limit(limit)
                .forEach(entry -> data.addObject()
                        .put("ipAddress", entry.address().toString())
                        .put(
                                "countryCode",
                                KnownAddresses.facts(world, entry.address())
                                        .path("country")
                                        .asText("SE"))
                        .put("abuseConfidenceScore", entry.score())
                        .put("lastReportedAt", AbuseIpDbTime.write(world.now().minus(LAST_REPORT))));
        return AbuseIpDbError.json(200, body);
    }

    private static Stream<IpAddress> addresses(World world) {
        return Stream.concat(
                        KnownAddresses.named().stream().map(IpAddress::toString),
                        ReportTable.all(world).map(report -> report.path("ip").asText()))
                .distinct()
                .map(ip -> IpAddress.parse(ip).orElseThrow());
    }

    private record Entry(IpAddress address, int score) {}
}
