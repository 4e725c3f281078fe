package dev.treaty.stubs.sendgrid.mail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.sendgrid.event.EventType;
import dev.treaty.stubs.sendgrid.event.Events;
import dev.treaty.stubs.sendgrid.suppression.GroupSuppressions;
import dev.treaty.stubs.sendgrid.suppression.SuppressionKind;
import dev.treaty.stubs.sendgrid.suppression.Suppressions;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.util.Arrays;
import java.util.Optional;

/** What can happen to a mail that SendGrid tries to deliver, with the event that reports it, and what it means for the next mail. */
enum Outcome {
    DELIVERED("delivered", EventType.DELIVERED),
    DEFERRED("deferred", EventType.DEFERRED),
    BOUNCED("bounce", EventType.BOUNCE),
    BLOCKED("blocked", EventType.BOUNCE),
    OPENED("open", EventType.OPEN),
    CLICKED("click", EventType.CLICK),
    REPORTED_AS_SPAM("spamreport", EventType.SPAM_REPORT),
    UNSUBSCRIBED("unsubscribe", EventType.UNSUBSCRIBE),
    UNSUBSCRIBED_FROM_GROUP("group_unsubscribe", EventType.GROUP_UNSUBSCRIBE),
    RESUBSCRIBED_TO_GROUP("group_resubscribe", EventType.GROUP_RESUBSCRIBE);

    private static final String NOT_FOUND = "550 5.1.1 The email account that you tried to reach does not exist.";
    private static final String REFUSED = "550 5.7.1 Our system has detected that this message is suspicious.";
    private static final String LATER = "450 4.2.1 The mailbox is busy; try again later.";
    private static final String AGENT = "Mozilla/5.0 (a recipient of the stub server)";
    private static final String IP = "192.0.2.42"; // RFC 5737: nobody's

    private final String text;
    private final EventType type;

    Outcome(String text, EventType type) {
        this.text = text;
        this.type = type;
    }

    /** As a control request names it: the event, or {@code "blocked"}. */
    String text() {
        return text;
    }

    static Optional<Outcome> of(String text) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.text.equals(text))
                .findFirst();
    }

    /** Has it happen to a mail: reports it, and suppresses the recipient if need be. */
    void happen(World world, SentMail mail) {
        var details = details(mail);
        suppress(world, mail);
        mail.become(world, text);
        Events.report(world, type, mail.email(), mail.inEvents(), details);
    }

    private ObjectNode details(SentMail mail) {
        var details = Json.object();
        return switch (this) {
            case DELIVERED ->
                details.put("response", "250 2.0.0 OK").put("ip", IP).put("tls", 1);
            case DEFERRED -> details.put("response", LATER).put("attempt", String.valueOf(mail.countAttempt()));
            case BOUNCED -> bounce(details, "bounce", "5.1.1", NOT_FOUND, "Invalid Address");
            case BLOCKED -> bounce(details, "blocked", "5.7.1", REFUSED, "Reputation");
            case OPENED -> details.put("useragent", AGENT).put("ip", IP).put("sg_machine_open", false);
            case CLICKED -> details.put("useragent", AGENT).put("ip", IP).put("url", mail.firstLink());
            case UNSUBSCRIBED_FROM_GROUP, RESUBSCRIBED_TO_GROUP ->
                details.put("useragent", AGENT)
                        .put("ip", IP)
                        .put("asm_group_id", mail.group().orElse(0L));
            case REPORTED_AS_SPAM, UNSUBSCRIBED -> details;
        };
    }

    private static ObjectNode bounce(
            ObjectNode details, String kind, String status, String reason, String classification) {
        return details.put("type", kind)
                .put("status", status)
                .put("reason", reason)
                .put("bounce_classification", classification)
                .put("ip", IP)
                .put("tls", 1);
    }

    private void suppress(World world, SentMail mail) {
        var suppressions = new Suppressions(world);
        switch (this) {
            case BOUNCED -> suppressions.add(SuppressionKind.BOUNCE, mail.email(), reason("5.1.1", NOT_FOUND));
            case BLOCKED -> suppressions.add(SuppressionKind.BLOCK, mail.email(), reason("5.7.1", REFUSED));
            case REPORTED_AS_SPAM ->
                suppressions.add(
                        SuppressionKind.SPAM_REPORT, mail.email(), Json.object().put("ip", IP));
            case UNSUBSCRIBED -> suppressions.add(SuppressionKind.UNSUBSCRIBE, mail.email(), Json.object());
            case UNSUBSCRIBED_FROM_GROUP ->
                mail.group().ifPresent(group -> new GroupSuppressions(world, group.toString()).add(mail.email()));
            case RESUBSCRIBED_TO_GROUP ->
                mail.group().ifPresent(group -> new GroupSuppressions(world, group.toString()).remove(mail.email()));
            case DELIVERED, DEFERRED, OPENED, CLICKED -> {
                // the next mail is tried
            }
        }
    }

    private static ObjectNode reason(String status, String reason) {
        return Json.object().put("reason", reason).put("status", status);
    }
}
