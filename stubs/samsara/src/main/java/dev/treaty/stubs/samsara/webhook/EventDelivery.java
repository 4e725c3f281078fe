package dev.treaty.stubs.samsara.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.stubs.vendor.delivery.Delivery;
import dev.treaty.stubs.vendor.delivery.DeliveryPolicy;
import dev.treaty.stubs.vendor.delivery.DeliveryResult;
import dev.treaty.stubs.vendor.world.World;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How events reach a webhook: signed, up to five times, with pauses that double. How long the first is, Samsara does not say. */
final class EventDelivery implements DeliveryPolicy {

    static final String PURPOSE = "samsara-event";

    /** The field of a delivery's data with the webhook's id. */
    static final String WEBHOOK = "webhook";

    private static final int ATTEMPTS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    @Override
    public Map<String, String> headers(World world, Delivery delivery) {
        var headers = new LinkedHashMap<String, String>();
        var id = delivery.data().path(WEBHOOK).asText();
        WebhookObjects.of(world)
                .find(id)
                .ifPresent(webhook -> webhook.path("customHeaders")
                        .forEach(header -> headers.put(
                                header.path("key").asText(),
                                header.path("value").asText())));
        WebhookObjects.secretKey(world, id).ifPresent(secret -> {
            var timestamp = String.valueOf(world.nowSeconds());
            headers.put(WebhookObjects.TIMESTAMP, timestamp);
            headers.put(
                    WebhookObjects.SIGNATURE,
                    new WebhookSignature(secret).of(timestamp, delivery.body().getBytes(UTF_8)));
        });
        return headers;
    }

    @Override
    public Optional<Duration> retryAfter(Delivery delivery, int attempts, DeliveryResult result) {
        return attempts < ATTEMPTS ? Optional.of(FIRST_PAUSE.multipliedBy(1L << (attempts - 1))) : Optional.empty();
    }
}
