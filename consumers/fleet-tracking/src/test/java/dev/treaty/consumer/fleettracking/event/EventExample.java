package dev.treaty.consumer.fleettracking.event;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import dev.treaty.consumer.recording.Examples;
import java.util.function.Consumer;

/** A webhook as a message: its body, and as metadata the headers that prove that it is Samsara's. */
final class EventExample {

    /** Base64 of a text that says what it is. */
    static final WebhookSecret SECRET = new WebhookSecret("bm90LWEtcmVhbC1zZWNyZXQ=");

    static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)";
    static final String NOW = Examples.NOW.toString();

    private static final String TIMESTAMP = "X-Samsara-Timestamp";
    private static final String SIGNATURE = "X-Samsara-Signature";
    private static final String TIMESTAMP_EXAMPLE = String.valueOf(Examples.NOW.getEpochSecond());

    private EventExample() {}

    /** The signature covers the example's bytes, as pact-jvm hands them to the test; a replay must sign again. */
    static V4Pact message(PactBuilder samsara, String description, String type, Consumer<LambdaDslObject> data) {
        var event = event(type, data);
        return samsara.expectsToReceiveMessageInteraction(
                        description,
                        message ->
                                message.withContents(contents -> contents.withMetadata(metadata -> metadata.matchRegex(
                                                        // In which unit it is, is nobody's business: it is only signed.
                                                        TIMESTAMP, "\\d+", TIMESTAMP_EXAMPLE)
                                                .matchRegex(SIGNATURE, "v1=[0-9a-f]{64}", signature(event)))
                                        .withContent(event)))
                .toPact();
    }

    private static DslPart event(String type, Consumer<LambdaDslObject> data) {
        return newJsonBody(event -> {
                    event.stringType("eventId", "017db07f-6e95-470e-8cc0-a371f9deed2b");
                    event.stringMatcher("eventTime", TIME, NOW);
                    event.stringValue("eventType", type);
                    event.object("data", data);
                })
                .build();
    }

    private static String signature(DslPart event) {
        return WebhookSignature.of(SECRET, TIMESTAMP_EXAMPLE, event.toString().getBytes(UTF_8));
    }

    static FleetEvent read(V4Interaction.AsynchronousMessage message) {
        var contents = message.getContents();
        return new FleetEvents(SECRET)
                .read(
                        String.valueOf(contents.getMetadata().get(TIMESTAMP)),
                        String.valueOf(contents.getMetadata().get(SIGNATURE)),
                        contents.getContents().valueAsString().getBytes(UTF_8));
    }
}
