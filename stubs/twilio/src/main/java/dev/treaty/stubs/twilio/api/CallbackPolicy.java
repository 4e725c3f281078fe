package dev.treaty.stubs.twilio.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.stubs.vendor.delivery.Delivery;
import dev.treaty.stubs.vendor.delivery.DeliveryPolicy;
import dev.treaty.stubs.vendor.delivery.DeliveryResult;
import dev.treaty.stubs.vendor.world.World;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How Twilio sends a request to the application: signed, with the cookies of its conversation, and again if the URL's connection
 * overrides say so.
 */
public final class CallbackPolicy implements DeliveryPolicy {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Completion completion;

    private CallbackPolicy(Completion completion) {
        this.completion = completion;
    }

    /** For requests whose response does not matter, such as status callbacks. */
    public static CallbackPolicy ignoringTheResponse() {
        return new CallbackPolicy((world, delivery, result) -> {});
    }

    /** For requests whose response matters, such as those for TwiML. */
    public static CallbackPolicy then(Completion completion) {
        return new CallbackPolicy(completion);
    }

    @Override
    public Map<String, String> headers(World world, Delivery delivery) {
        var token = AccountCredentials.authToken(
                world, delivery.data().path(Callbacks.ACCOUNT).asText());
        var signature = new CallbackSignature(token).of(delivery.url().toString(), delivery.body());
        var once = UUID.nameUUIDFromBytes((world.name() + delivery.id()).getBytes(UTF_8));
        var headers = new LinkedHashMap<String, String>();
        headers.put("X-Twilio-Signature", signature);
        headers.put("I-Twilio-Idempotency-Token", once.toString());
        headers.put("User-Agent", "TwilioProxy/1.1");
        headers.put("Accept", "*/*");
        if (delivery.data().has(Callbacks.CONVERSATION)) {
            new Cookies(world, delivery).header().ifPresent(cookies -> headers.put("Cookie", cookies));
        }
        return headers;
    }

    @Override
    public Optional<Duration> retryAfter(Delivery delivery, int attempts, DeliveryResult result) {
        return Callbacks.url(delivery.data()).retries(attempts, result) ? Optional.of(RETRY_AFTER) : Optional.empty();
    }

    @Override
    public void completed(World world, Delivery delivery, DeliveryResult result) {
        if (delivery.data().has(Callbacks.CONVERSATION)) {
            new Cookies(world, delivery).keep(result);
        }
        completion.completed(world, delivery, result);
    }

    /** What to do with the application's response. */
    @FunctionalInterface
    public interface Completion {

        /**
         * Called once, alone in the world, when no further attempt follows.
         *
         * @param delivery its data is what was given to {@link Callbacks#send}
         */
        void completed(World world, Delivery delivery, DeliveryResult result);
    }
}
