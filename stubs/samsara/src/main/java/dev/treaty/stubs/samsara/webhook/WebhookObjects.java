package dev.treaty.stubs.samsara.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.samsara.api.SamsaraObjects;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The webhooks as they are kept, with their secrets. */
public final class WebhookObjects {

    /** The header that is signed with the body. */
    public static final String TIMESTAMP = "X-Samsara-Timestamp";

    /** The header with the signature. */
    public static final String SIGNATURE = "X-Samsara-Signature";

    /** Signs what is sent to where the server was told to send events: Base64 of {@code treaty-stub-webhook-secret}. */
    public static final String CONFIGURED_SECRET =
            Base64.getEncoder().encodeToString("treaty-stub-webhook-secret".getBytes(StandardCharsets.US_ASCII));

    /** The id of what is sent to where the server was told to send events. */
    static final String CONFIGURED = "configured";

    static final String FIRST_GENERATION = "2018-01-01";

    private static final ObjectKind KIND = ObjectKind.of("webhook");

    private WebhookObjects() {}

    static SamsaraObjects of(World world) {
        return new SamsaraObjects(world, KIND);
    }

    static boolean wants(ObjectNode webhook, String eventType) {
        return !webhook.path("version").asText().equals(FIRST_GENERATION)
                && StreamSupport.stream(webhook.path("eventTypes").spliterator(), false)
                        .anyMatch(wanted -> wanted.asText().equals(eventType));
    }

    /** Empty if the webhook is gone. */
    static Optional<String> secretKey(World world, String id) {
        return id.equals(CONFIGURED)
                ? Optional.of(CONFIGURED_SECRET)
                : of(world).find(id).map(webhook -> webhook.path("secretKey").asText());
    }
}
