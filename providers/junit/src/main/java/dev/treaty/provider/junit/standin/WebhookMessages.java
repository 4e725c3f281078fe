package dev.treaty.provider.junit.standin;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import dev.treaty.provider.verification.comparison.ComparisonResult;
import dev.treaty.provider.verification.comparison.ContractComparison;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.states.VendorStates;
import dev.treaty.provider.verification.targets.MessageSource;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The webhooks that a vendor's replay really sends while the states of an interaction are brought about. The one that comes closest to the
 * contract counts. Its metadata are its headers, and {@code callbackUrl}, where it arrived.
 */
public record WebhookMessages(VendorReplay replay, ReplayControl control, VendorStates states)
        implements MessageSource {

    private static final String CONTENT_TYPE = "Content-Type";

    @Override
    public ComparisonResult verify(ContractInteraction interaction, AsynchronousMessage expected) {
        interaction.states().forEach(states::setUp);
        control.advance(Duration.ZERO);
        return replay.received(control.webhookBodies()).stream()
                .map(webhook -> ComparisonResult.of(
                        ContractComparison.of(expected, contents(webhook), metadata(expected, webhook))))
                .min(Comparator.comparingInt(
                        comparison -> comparison.mismatches().size()))
                .orElseThrow(() -> new AssertionError("the replay sent no webhook to " + replay.webhookUrl()));
    }

    private static OptionalBody contents(ReceivedWebhook webhook) {
        return OptionalBody.body(
                webhook.body(), new ContentType(webhook.header(CONTENT_TYPE).orElse("")));
    }

    private static Map<String, Object> metadata(AsynchronousMessage expected, ReceivedWebhook webhook) {
        var metadata = new HashMap<String, Object>();
        for (var name : expected.getMetadata().keySet()) {
            var value = switch (name) {
                case "callbackUrl" -> Optional.of(webhook.url());
                case "contentType" -> webhook.header(CONTENT_TYPE).map(WebhookMessages::mediaType);
                default -> webhook.header(name);
            };
            value.ifPresent(present -> metadata.put(name, present));
        }
        return metadata;
    }

    /** Without its parameters, which a recorded message does not have: {@code application/json}, whatever the charset. */
    private static String mediaType(String contentType) {
        return contentType.split(";", 2)[0].strip();
    }
}
