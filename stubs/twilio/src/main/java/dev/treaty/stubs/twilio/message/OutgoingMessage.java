package dev.treaty.stubs.twilio.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message that has been checked, and is about to be created.
 *
 * @param sender a number or a name; empty if the messaging service chooses it
 * @param service the messaging service; empty if there is none
 * @param to a number, perhaps with its channel before it ({@code "whatsapp:+1…"})
 * @param media URLs
 * @param direction {@code "outbound-api"}, {@code "outbound-call"} or {@code "outbound-reply"}
 * @param sendAt if it is scheduled
 */
record OutgoingMessage(
        String accountSid,
        Optional<String> sender,
        Optional<ObjectNode> service,
        String to,
        String body,
        List<String> media,
        MessageCallback statusCallback,
        String direction,
        Optional<Instant> sendAt) {

    OutgoingMessage {
        media = List.copyOf(media);
    }

    /** What Twilio itself replies to a message that came in. */
    static OutgoingMessage reply(ObjectNode inbound, String body) {
        return new OutgoingMessage(
                inbound.path("account_sid").asText(),
                Optional.of(inbound.path("to").asText()),
                Optional.empty(),
                inbound.path("from").asText(),
                body,
                List.of(),
                MessageCallback.NONE,
                "outbound-reply",
                Optional.empty());
    }

    /** The status in which it is created. */
    MessageStatus initialStatus() {
        if (sendAt.isPresent()) {
            return MessageStatus.SCHEDULED;
        }
        return service.isPresent() ? MessageStatus.ACCEPTED : MessageStatus.QUEUED;
    }
}
