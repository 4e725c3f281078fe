package dev.treaty.stubs.threatsources.abuseipdb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.threatsources.address.IpAddress;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the account has reported: the same address once in 15 minutes, each report with categories. */
final class Reports {

    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final int LONGEST_COMMENT = 1_024;
    private static final int CATEGORIES = 23;
    private static final int LARGEST_PAGE = 100;

    /** The documented addresses for tests, which are not public. */
    private static final Set<String> TEST_ADDRESSES = Set.of("127.0.0.1", "127.0.0.2");

    private Reports() {}

    /** {@code POST /report}, a form with {@code ip}, {@code categories} and {@code comment}. */
    static StubResponse report(Exchange exchange) {
        var world = exchange.world();
        var form = exchange.request().formParameters();
        var address = address(Parameters.first(form, "ip"));
        var categories = categories(Parameters.first(form, "categories"));
        var comment = Parameters.first(form, "comment");
        if (comment.length() > LONGEST_COMMENT) {
            throw AbuseIpDbError.invalid("comment", "The comment may not be greater than 1024 characters.");
        }
        if (ReportTable.newest(world, address)
                .filter(ReportTable.since(world.now().minus(PAUSE)))
                .findFirst()
                .isPresent()) {
            throw AbuseIpDbError.reportedRecently(address.toString());
        }
        ReportTable.keep(world, address, world.now(), categories, comment);
        var body = Json.object();
        body.putObject("data")
                .put("ipAddress", address.toString())
                .put("abuseConfidenceScore", Scores.of(world, address));
        return AbuseIpDbError.json(200, body);
    }

    /** A report as the vendor shows it. */
    static ObjectNode shown(ObjectNode report) {
        var shown = Json.object()
                .put("reportedAt", AbuseIpDbTime.write(ReportTable.reportedAt(report)))
                .put("comment", report.path("comment").asText());
        shown.set("categories", report.path("categories"));
        return shown.put("reporterId", 1).put("reporterCountryCode", "DE").put("reporterCountryName", "Germany");
    }

    /** {@code GET /reports?ipAddress&page&perPage}. */
    static StubResponse list(Exchange exchange) {
        var query = exchange.request().queryParameters();
        var address = Parameters.address(Parameters.first(query, "ipAddress"), "ipAddress");
        var perPage = Parameters.number(query, "perPage", 25, LARGEST_PAGE);
        var page = Parameters.number(query, "page", 1, Integer.MAX_VALUE);
        var all = ReportTable.newest(exchange.world(), address)
                .map(Reports::shown)
                .toList();
        var shown = all.stream().skip((page - 1L) * perPage).limit(perPage).toList();
        var body = Json.object();
        var data = body.putObject("data")
                .put("total", all.size())
                .put("page", page)
                .put("count", shown.size())
                .put("perPage", perPage)
                .put("lastPage", Math.max(1, (all.size() + perPage - 1) / perPage))
                .putNull("nextPageUrl")
                .putNull("previousPageUrl");
        data.putArray("results").addAll(shown);
        return AbuseIpDbError.json(200, body);
    }

    /** {@code DELETE /clear-address?ipAddress}. */
    static StubResponse clear(Exchange exchange) {
        var address =
                Parameters.address(Parameters.first(exchange.request().queryParameters(), "ipAddress"), "ipAddress");
        var reports = ReportTable.newest(exchange.world(), address).toList();
        reports.forEach(report -> exchange.world()
                .objects(ReportTable.REPORT)
                .remove(report.path("id").asText()));
        var body = Json.object();
        body.putObject("data").put("numReportsDeleted", reports.size());
        return AbuseIpDbError.json(200, body);
    }

    private static IpAddress address(String text) {
        var address = Parameters.address(text, "ip");
        if (!address.isPublic() && !TEST_ADDRESSES.contains(text)) {
            throw AbuseIpDbError.invalid("ip", "The ip must be a public IP address.");
        }
        return address;
    }

    private static List<Integer> categories(String text) {
        if (!text.matches("\\d{1,2}(,\\d{1,2})*")) {
            throw AbuseIpDbError.invalid("categories", "The categories must be numbers, separated by commas.");
        }
        var categories = Stream.of(text.split(",")).map(Integer::valueOf).toList();
        categories.stream()
                .filter(category -> category < 1 || category > CATEGORIES)
                .findFirst()
                .ifPresent(category -> {
                    throw AbuseIpDbError.invalid("categories", "The category %d does not exist.".formatted(category));
                });
        return categories;
    }
}
