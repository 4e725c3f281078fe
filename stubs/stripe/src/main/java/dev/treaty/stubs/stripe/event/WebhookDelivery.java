package dev.treaty.stubs.stripe.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.stubs.stripe.resource.ResourceKinds;
import dev.treaty.stubs.vendor.delivery.Delivery;
import dev.treaty.stubs.vendor.delivery.DeliveryPolicy;
import dev.treaty.stubs.vendor.delivery.DeliveryResult;
import dev.treaty.stubs.vendor.world.World;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How events reach a webhook endpoint: signed, and repeated three times over a few hours, as in Stripe's sandboxes.
 *
 * @see <a href="https://docs.stripe.com/webhooks#automatic-retries">Stripe, automatic retries</a>
 */
public final class WebhookDelivery implements DeliveryPolicy {

    /** Of deliveries that this policy makes. */
    public static final String PURPOSE = "stripe-event";

    /** The field of an event that some endpoint never accepted. */
    public static final String FAILED = "_failed";

    private static final List<Duration> RETRIES =
            List.of(Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2));

    @Override
    public Map<String, String> headers(World world, Delivery delivery) {
        var clock = Clock.fixed(world.now(), ZoneOffset.UTC);
        var endpoint = delivery.data().path("endpoint").asText();
        var signature = WebhookEndpoints.secret(world, endpoint)
                .map(secret ->
                        new WebhookSignature(secret, clock).of(delivery.body().getBytes(UTF_8)));
        return signature
                .map(value -> Map.of(
                        "Stripe-Signature", value, "User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)"))
                .orElse(Map.of());
    }

    @Override
    public Optional<Duration> retryAfter(Delivery delivery, int attempts, DeliveryResult result) {
        return attempts <= RETRIES.size() ? Optional.of(RETRIES.get(attempts - 1)) : Optional.empty();
    }

    @Override
    public void completed(World world, Delivery delivery, DeliveryResult result) {
        var events = world.objects(ResourceKinds.of("event").stored());
        events.find(delivery.data().path("event").asText()).ifPresent(event -> {
            if (result.isSuccess()) {
                event.put(
                        "pending_webhooks",
                        Math.max(0, event.path("pending_webhooks").asInt() - 1));
            } else {
                event.put(FAILED, true);
            }
            events.put(event);
        });
    }
}
