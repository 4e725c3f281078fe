package dev.treaty.stubs.sendgrid.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.sendgrid.api.Ids;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A valid request to send a mail, which becomes one mail for each recipient. */
final class OutgoingMail {

    private static final String CUSTOM_ARGS = "custom_args";
    private static final String SEND_AT = "send_at";
    private static final List<String> RECIPIENTS = List.of("to", "cc", "bcc");

    private final World world;
    private final JsonNode request;
    private final String messageId = Ids.random();
    private final MailContents contents;
    private int count;

    OutgoingMail(World world, JsonNode request) {
        this.world = world;
        this.request = request;
        contents = new MailContents(world, request);
    }

    /** {@code X-Message-Id}. */
    String messageId() {
        return messageId;
    }

    /** Keeps a mail for each recipient, and has it delivered in time. */
    void send() {
        for (var personalization : request.path("personalizations")) {
            var sendAt =
                    personalization.path(SEND_AT).asLong(request.path(SEND_AT).asLong());
            for (var mail : keep(personalization)) {
                var due = Instant.ofEpochSecond(sendAt);
                world.due()
                        .schedule(
                                due.isAfter(world.now()) ? due : world.now(),
                                MailDelivery.BEGIN,
                                MailDelivery.of(mail.id()));
            }
        }
    }

    /** Keeps the mails of a personalization. */
    List<SentMail> keep(JsonNode personalization) {
        var mails = new ArrayList<SentMail>();
        for (var name : RECIPIENTS) {
            for (var recipient : personalization.path(name)) {
                mails.add(keep(personalization, recipient.path("email").asText()));
            }
        }
        return mails;
    }

    private SentMail keep(JsonNode personalization, String email) {
        var from = personalization.has("from") ? personalization.path("from") : request.path("from");
        var stored = Json.object()
                .put("id", "mail_" + world.nextNumber())
                .put("message_id", messageId)
                .put("to", email)
                .put("from", from.path("email").asText())
                .put("batch_id", request.path("batch_id").asText())
                .put("at", world.now().toString());
        contents.addTo(stored, personalization);
        if (request.path("asm").has("group_id")) {
            stored.set("asm_group_id", request.path("asm").path("group_id"));
        }
        if (request.path("mail_settings").isObject()) {
            stored.set("mail_settings", request.path("mail_settings"));
        }
        stored.set("event", inEvents(personalization));
        var mail = new SentMail(stored);
        mail.become(world, "accepted");
        return mail;
    }

    /** What each event says of the mail; custom arguments are its own fields. */
    private ObjectNode inEvents(JsonNode personalization) {
        var event = Json.object()
                .put(
                        "sg_message_id",
                        "%s.recvd-%s-%d"
                                .formatted(
                                        messageId,
                                        world.name().substring(world.name().length() - 8),
                                        count++))
                .put("smtp-id", "<%s@geopod-ismtpd-stub>".formatted(messageId));
        if (!request.path("categories").isEmpty()) {
            event.set("category", request.path("categories"));
        }
        if (request.has("template_id")) {
            event.set("sg_template_id", request.path("template_id"));
        }
        if (request.path("asm").has("group_id")) {
            event.set("asm_group_id", request.path("asm").path("group_id"));
        }
        request.path(CUSTOM_ARGS).properties().forEach(argument -> event.set(argument.getKey(), argument.getValue()));
        personalization
                .path(CUSTOM_ARGS)
                .properties()
                .forEach(argument -> event.set(argument.getKey(), argument.getValue()));
        return event;
    }
}
