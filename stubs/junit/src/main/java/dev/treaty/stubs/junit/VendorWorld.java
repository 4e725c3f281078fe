package dev.treaty.stubs.junit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.stubs.http.provider.ReplayAccount;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A vendor as one test sees it: an account of its own, whose state no other test sees, and whose clock the test sets.
 *
 * <pre>{@code
 * @Test
 * void a_subscription_is_renewed(@StubServer("stripe") VendorWorld stripe) {
 *     var billing = new Billing(stripe.url(), stripe.apiKey());
 *     billing.subscribe("cus_ada");
 *
 *     stripe.advance(Duration.ofDays(32));
 *
 *     assertThat(stripe.received()).extracting(VendorDelivery::body).anyMatch(body -> body.contains("invoice.paid"));
 * }
 * }</pre>
 *
 * <p>A parameter of the constructor, of {@code @BeforeEach} and of the test itself is the same world. One of {@code @BeforeAll} is shared by
 * all tests of the class.
 */
public final class VendorWorld {

    private final URI url;
    private final ReplayAccount account;
    private final ControlClient control;

    VendorWorld(URI url, ReplayAccount account) {
        this.url = url;
        this.account = account;
        control = new ControlClient(url, account.authorization());
    }

    /** The vendor's base URL, without a slash at the end. */
    public URI url() {
        return url;
    }

    /** The account or user, e.g. Twilio's account SID; empty if the vendor knows an account by its key alone, as Stripe does. */
    public String account() {
        return account.name();
    }

    /** The secret of the account: Stripe's API key, Twilio's auth token, Cablecast's password. */
    public String apiKey() {
        return account.secret();
    }

    /** The vendor's time. */
    public Instant now() {
        return time(control.get("clock"));
    }

    /**
     * Advances the vendor's clock. What becomes due is done in the order of time when this returns, and the application has responded to
     * what the vendor sent to it.
     *
     * @return the vendor's time afterwards
     */
    public Instant advance(Duration by) {
        return time(control.post("clock", "{\"advance\": \"%s\"}".formatted(by)));
    }

    /** Forgets everything that happened to the account; its clock shows the real time again. */
    public void reset() {
        control.post("reset", "{}");
    }

    /**
     * What the vendor has sent to the application, the oldest first; at most the last thousand. What is to be sent by now is sent
     * before.
     */
    public List<VendorDelivery> received() {
        advance(Duration.ZERO);
        var deliveries = new ArrayList<VendorDelivery>();
        control.get("webhooks").path("deliveries").forEach(delivery -> deliveries.add(VendorDelivery.of(delivery)));
        Collections.reverse(deliveries);
        return deliveries.stream()
                .filter(delivery -> !delivery.attempts().isEmpty())
                .toList();
    }

    /** What the account has, and what it will do. */
    public VendorState state() {
        return VendorState.of(control.get("state"));
    }

    private static Instant time(JsonNode clock) {
        return Instant.parse(clock.path("now").asText());
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return account + " at " + url;
    }
}
