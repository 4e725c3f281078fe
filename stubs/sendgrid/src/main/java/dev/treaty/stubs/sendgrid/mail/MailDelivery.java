package dev.treaty.stubs.sendgrid.mail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.sendgrid.api.EmailAddresses;
import dev.treaty.stubs.sendgrid.event.EventType;
import dev.treaty.stubs.sendgrid.event.Events;
import dev.treaty.stubs.sendgrid.suppression.GroupSuppressions;
import dev.treaty.stubs.sendgrid.suppression.SuppressionKind;
import dev.treaty.stubs.sendgrid.suppression.Suppressions;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.time.Instant;
import java.util.Optional;

/** The life of a mail after it was accepted: dropped, or processed and then what its recipient does, by the clock. */
final class MailDelivery {

    static final String BEGIN = "deliver mail";
    static final String CONTINUE = "mail outcome";

    private static final String ID = "id";
    private static final String STEP = "step";
    private static final String BEGAN = "began";
    private static final String INVALID = "Invalid";

    private MailDelivery() {}

    /** When a mail is due. */
    static void begin(World world, ObjectNode data) {
        SentMail.find(world, data.path(ID).asText()).ifPresent(mail -> {
            switch (new Batches(world).status(mail.batch())) {
                case "cancel" -> mail.become(world, "canceled");
                case "pause" -> mail.become(world, "paused");
                default -> deliver(world, mail);
            }
        });
    }

    /** The data with which {@link #BEGIN} is scheduled. */
    static ObjectNode of(String id) {
        return Json.object().put(ID, id);
    }

    static void deliver(World world, SentMail mail) {
        var reason = dropReason(world, mail);
        if (reason.isPresent()) {
            mail.become(world, "dropped");
            Events.report(
                    world,
                    EventType.DROPPED,
                    mail.email(),
                    mail.inEvents(),
                    Json.object().put("reason", reason.get()).put("status", "5.0.0"));
            return;
        }
        mail.become(world, "processed");
        Events.report(world, EventType.PROCESSED, mail.email(), mail.inEvents(), Json.object());
        schedule(world, mail, 0, world.now().toEpochMilli());
    }

    private static Optional<String> dropReason(World world, SentMail mail) {
        var suppressions = new Suppressions(world);
        if (EmailAddresses.domain(mail.email()).endsWith(".invalid")) { // RFC 2606: no such domain exists
            suppressions.add(
                    SuppressionKind.INVALID_EMAIL,
                    mail.email(),
                    Json.object().put("reason", "Mail domain mentioned in email address is unknown"));
            return Optional.of(INVALID);
        }
        return suppressions
                .dropReason(mail.email(), mail.settings())
                .or(() -> mail.group()
                        .filter(group -> !mail.settings()
                                .path("bypass_list_management")
                                .path("enable")
                                .asBoolean())
                        .filter(group -> new GroupSuppressions(world, group.toString()).contains(mail.email()))
                        .map(group -> GroupSuppressions.DROP_REASON));
    }

    private static void schedule(World world, SentMail mail, int step, long began) {
        var steps = Recipient.of(mail.email()).steps();
        if (step < steps.size()) {
            world.due()
                    .schedule(
                            Instant.ofEpochMilli(began).plus(steps.get(step).after()),
                            CONTINUE,
                            of(mail.id()).put(STEP, step).put(BEGAN, began));
        }
    }

    /** The next thing that the recipient does. */
    static void proceed(World world, ObjectNode data) {
        SentMail.find(world, data.path(ID).asText()).ifPresent(mail -> {
            var step = data.path(STEP).asInt();
            var outcome = Recipient.of(mail.email()).steps().get(step).outcome();
            var isOfGroup = outcome == Outcome.UNSUBSCRIBED && mail.group().isPresent();
            (isOfGroup ? Outcome.UNSUBSCRIBED_FROM_GROUP : outcome).happen(world, mail);
            schedule(world, mail, step + 1, data.path(BEGAN).asLong());
        });
    }
}
