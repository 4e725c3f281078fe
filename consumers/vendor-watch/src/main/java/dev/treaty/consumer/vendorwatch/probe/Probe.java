package dev.treaty.consumer.vendorwatch.probe;

import dev.treaty.consumer.http.HttpApi;
import dev.treaty.consumer.http.HttpApiException;
import dev.treaty.consumer.http.HttpCall;
import dev.treaty.consumer.http.HttpReply;
import dev.treaty.consumer.http.PercentEncoding;
import dev.treaty.consumer.http.Timeouts;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** Asks one vendor its cheapest call. */
public final class Probe {

    static final int TOO_MANY_REQUESTS = 429;

    private final VendorApi vendor;
    private final HttpApi api;
    private final HttpCall call;
    private final InstantSource clock;

    /** @param address of the vendor, or of what stands in for it */
    public Probe(VendorApi vendor, URI address, Credentials credentials, Timeouts timeouts, InstantSource clock) {
        this.vendor = vendor;
        this.clock = clock;
        api = new HttpApi(vendor.title(), address, Map.of("Accept", "application/json"), timeouts);
        var named = new HttpCall(
                vendor.call().method(),
                vendor.call().path().replace("{user}", PercentEncoding.encode(credentials.user())),
                vendor.call().query(),
                vendor.call().headers(),
                vendor.call().content());
        call = vendor.authorization().authorize(named, credentials);
    }

    /** Asks, and waits for the reply. Never throws: no reply is a result, too. */
    public ProbeResult ask() {
        var at = clock.instant();
        var start = System.nanoTime();
        try {
            var reply = api.send(call);
            var took = Duration.ofNanos(System.nanoTime() - start);
            return new ProbeResult(
                    at,
                    outcome(reply),
                    took,
                    "HTTP " + reply.status(),
                    vendor.limit().read(reply, clock.instant()));
        } catch (HttpApiException e) {
            var took = Duration.ofNanos(System.nanoTime() - start);
            return new ProbeResult(at, Outcome.FAILED, took, e.errorMessage().what(), Limit.UNKNOWN);
        }
    }

    private static Outcome outcome(HttpReply reply) {
        return switch (reply.status()) {
            case TOO_MANY_REQUESTS -> Outcome.LIMITED;
            case 401, 403 -> Outcome.REFUSED;
            default -> reply.isSuccess() ? Outcome.ANSWERED : Outcome.FAILED;
        };
    }
}
