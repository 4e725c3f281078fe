package dev.treaty.stubs.threatsources.virustotal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.threatsources.address.IpAddress;
import dev.treaty.stubs.threatsources.address.KnownAddresses;
import dev.treaty.stubs.vendor.Exchange;
import java.time.Duration;
import java.util.Map;

/** Reports of addresses. */
final class AddressReports {

    private static final Duration LAST_ANALYSIS = Duration.ofHours(20);

    private static final Map<String, String> CONTINENTS = Map.of("US", "NA");

    private AddressReports() {}

    /**
     * {@code GET /ip_addresses/{ip}}. A private address is refused like a text that is none; nobody has confirmed how VirusTotal refuses it.
     */
    static StubResponse get(Exchange exchange) {
        var text = exchange.parameter("ip");
        var address = IpAddress.parse(text)
                .filter(IpAddress::isPublic)
                .orElseThrow(() ->
                        VirusTotalError.InvalidArgumentError.with("\"%s\" is not a valid IP address".formatted(text)));
        var facts = KnownAddresses.facts(exchange.world(), address);
        var object = VirusTotalObject.of(exchange, "ip_address", address.toString(), "ip_addresses/" + address);
        attributes(object.putObject("attributes"), facts, exchange.world().nowSeconds());
        return VirusTotalObject.response(object);
    }

    private static void attributes(ObjectNode attributes, ObjectNode facts, long now) {
        var country = facts.path("country").asText("SE");
        attributes
                .put("as_owner", facts.path("owner").asText("Example Backbone"))
                .put("asn", facts.path("asn").asInt(64_511))
                .put("country", country)
                .put("continent", CONTINENTS.getOrDefault(country, "EU"))
                .put("reputation", facts.path("reputation").asInt());
        attributes
                .putObject("total_votes")
                .put("harmless", 0)
                .put("malicious", facts.path("malicious").asInt() / 2);
        attributes.putArray("tags");
        var isAnalysed = facts.path("analysed").asBoolean(true);
        var stats = isAnalysed
                ? AnalysisStats.of(
                        facts.path("malicious").asInt(),
                        facts.path("suspicious").asInt())
                : AnalysisStats.NONE;
        attributes.set("last_analysis_stats", stats.toJson());
        attributes.set("last_analysis_results", stats.results());
        if (isAnalysed) {
            attributes.put("last_analysis_date", now - LAST_ANALYSIS.toSeconds());
        }
    }
}
