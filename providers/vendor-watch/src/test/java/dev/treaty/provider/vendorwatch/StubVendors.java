package dev.treaty.provider.vendorwatch;

import dev.treaty.consumer.vendorwatch.probe.Credentials;
import dev.treaty.consumer.vendorwatch.probe.VendorApis;
import dev.treaty.consumer.vendorwatch.settings.WatchedVendor;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.http.ReplayServer;
import dev.treaty.stubs.http.faults.Chaos;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The stub server in place of all vendors. */
final class StubVendors implements AutoCloseable {

    private static final Map<String, String> USERS = Map.of("twilio", "AC0123456789abcdef0123456789abcdef");
    private static final Map<String, String> KEYS = Map.of(
            "stripe", "sk_test_",
            "sendgrid", "SG.",
            "airtable", "pat",
            "samsara", "samsara_api_",
            "mapbox", "pk.");

    private final ReplayServer server;

    private StubVendors(ReplayServer server) {
        this.server = server;
    }

    /**
     * Starts it.
     *
     * @param port of the main port; 0 for a free one
     * @param chaos what goes wrong
     */
    static StubVendors start(int port, Chaos chaos) {
        return new StubVendors(ReplayServer.builder()
                .pacts(PactFile.onClassPath().stream()
                        .filter(contract -> VendorApis.all().containsKey(contract.provider()))
                        .toList())
                .port(port)
                .chaos(chaos)
                .start());
    }

    int port() {
        return server.port();
    }

    /** A vendor with an account of its own, a key that lasts, and no budget. */
    WatchedVendor vendor(String name) {
        return vendor(name, LocalDate.of(2027, 1, 1), Optional.empty(), Map.of());
    }

    WatchedVendor vendor(
            String name, LocalDate rotateKeyBy, Optional<BigDecimal> budget, Map<String, BigDecimal> prices) {
        var key = KEYS.getOrDefault(name, "") + UUID.randomUUID().toString().replace("-", "");
        return new WatchedVendor(
                Objects.requireNonNull(VendorApis.all().get(name)),
                URI.create("http://127.0.0.1:%d/%s".formatted(server.port(), name)),
                new Credentials(USERS.getOrDefault(name, ""), key),
                Optional.of(rotateKeyBy),
                budget,
                prices);
    }

    /** From now on, every request to a vendor fails. */
    void fail(String vendor) {
        admin(vendor, request -> request.PUT(BodyPublishers.ofString("{\"status\": 503}")));
    }

    /** From now on, no request to a vendor fails. */
    void recover(String vendor) {
        admin(vendor, HttpRequest.Builder::DELETE);
    }

    private void admin(String vendor, UnaryOperator<HttpRequest.Builder> method) {
        var faults = URI.create("http://127.0.0.1:%d/__admin/faults/%s".formatted(server.port(), vendor));
        try {
            var reply = HttpClient.newHttpClient()
                    .send(method.apply(HttpRequest.newBuilder(faults)).build(), BodyHandlers.ofString());
            if (reply.statusCode() >= 300) {
                throw new IllegalStateException(reply.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
