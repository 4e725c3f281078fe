package dev.treaty.consumer.vendorwatch.probe;

import dev.treaty.consumer.http.HttpCall;
import dev.treaty.consumer.http.Query;
import dev.treaty.consumer.vendorwatch.probe.LimitSignal.Unit;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The vendors that can be watched: a row for each. Sources: the vendors' API references. */
public final class VendorApis {

    private static final Map<String, VendorApi> ALL = new LinkedHashMap<>();

    static {
        add(
                "stripe",
                "Stripe",
                "https://api.stripe.com",
                HttpCall.get("/v1/balance"),
                Authorization.bearer(),
                LimitSignal.pause(Duration.ofSeconds(1)));
        add(
                "twilio",
                "Twilio",
                "https://api.twilio.com",
                HttpCall.get("/2010-04-01/Accounts/{user}.json"),
                Authorization.basic(),
                LimitSignal.pause(Duration.ofSeconds(1)));
        add(
                "sendgrid",
                "SendGrid",
                "https://api.sendgrid.com",
                HttpCall.get("/v3/scopes"),
                Authorization.bearer(),
                new LimitSignal(
                        "X-RateLimit-Limit",
                        "X-RateLimit-Remaining",
                        "X-RateLimit-Reset",
                        Unit.UNIX_SECONDS,
                        Duration.ofMinutes(1)));
        add(
                "samsara",
                "Samsara",
                "https://api.samsara.com",
                HttpCall.get("/fleet/vehicles").query(Query.of("limit", 1)),
                Authorization.bearer(),
                LimitSignal.pause(Duration.ofSeconds(1)));
        add(
                "airtable",
                "Airtable",
                "https://api.airtable.com",
                HttpCall.get("/v0/meta/whoami"),
                Authorization.bearer(),
                LimitSignal.pause(Duration.ofSeconds(30)));
        add(
                "mapbox",
                "Mapbox",
                "https://api.mapbox.com",
                HttpCall.get("/search/geocode/v6/reverse")
                        .query(Query.of("longitude", "13.377704")
                                .and("latitude", "52.516275")
                                .and("limit", 1)),
                Authorization.query("access_token"),
                new LimitSignal(
                        "X-Rate-Limit-Limit", "", "X-Rate-Limit-Reset", Unit.UNIX_SECONDS, Duration.ofMinutes(1)));
        add(
                "virustotal",
                "VirusTotal",
                "https://www.virustotal.com",
                HttpCall.get("/api/v3/ip_addresses/192.0.2.10"),
                Authorization.header("x-apikey"),
                LimitSignal.pause(Duration.ofSeconds(15)));
        add(
                "abuseipdb",
                "AbuseIPDB",
                "https://api.abuseipdb.com",
                HttpCall.get("/api/v2/check").query(Query.of("ipAddress", "127.0.0.1")),
                Authorization.header("Key"),
                new LimitSignal(
                        "X-RateLimit-Limit",
                        "X-RateLimit-Remaining",
                        "X-RateLimit-Reset",
                        Unit.UNIX_SECONDS,
                        Duration.ofHours(1)));
        add(
                "misp",
                "MISP",
                "",
                HttpCall.get("/servers/getVersion").header("Content-Type", "application/json"),
                Authorization.header("Authorization"),
                new LimitSignal(
                        "X-Rate-Limit-Limit",
                        "X-Rate-Limit-Remaining",
                        "X-Rate-Limit-Reset",
                        Unit.SECONDS_LEFT,
                        Duration.ofMinutes(15)));
    }

    private VendorApis() {}

    /** By name, in the order in which they are shown. */
    public static Map<String, VendorApi> all() {
        return Collections.unmodifiableMap(ALL);
    }

    private static void add(
            String name, String title, String address, HttpCall call, Authorization authorization, LimitSignal limit) {
        ALL.put(
                name,
                new VendorApi(
                        name,
                        title,
                        address.isEmpty() ? Optional.empty() : Optional.of(URI.create(address)),
                        call,
                        authorization,
                        limit));
    }
}
