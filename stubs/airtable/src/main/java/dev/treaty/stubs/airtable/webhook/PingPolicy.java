package dev.treaty.stubs.airtable.webhook;

import dev.treaty.stubs.vendor.delivery.Delivery;
import dev.treaty.stubs.vendor.delivery.DeliveryPolicy;
import dev.treaty.stubs.vendor.delivery.DeliveryResult;
import dev.treaty.stubs.vendor.world.World;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How pings are sent: signed with the webhook's secret, and tried again later each time. How often Airtable tries is not documented in
 * numbers.
 */
public final class PingPolicy implements DeliveryPolicy {

    private static final int ATTEMPTS = 6;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);

    /** By the purpose of deliveries. */
    public static Map<String, DeliveryPolicy> all() {
        return Map.of(Webhooks.PING, new PingPolicy());
    }

    @Override
    public Map<String, String> headers(World world, Delivery delivery) {
        return new Webhooks(world)
                .secret(delivery.data().path("webhook").asText())
                .map(secret -> Map.of(MacSignature.HEADER, MacSignature.of(secret, delivery.body())))
                .orElse(Map.of());
    }

    @Override
    public Optional<Duration> retryAfter(Delivery delivery, int attempts, DeliveryResult result) {
        return attempts < ATTEMPTS ? Optional.of(FIRST_WAIT.multipliedBy(1L << (attempts - 1))) : Optional.empty();
    }
}
