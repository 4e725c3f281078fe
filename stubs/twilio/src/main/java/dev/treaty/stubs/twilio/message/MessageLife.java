package dev.treaty.stubs.twilio.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.twilio.api.AccountCredentials;
import dev.treaty.stubs.twilio.api.Callbacks;
import dev.treaty.stubs.twilio.api.ResourceTable;
import dev.treaty.stubs.twilio.api.TwilioDates;
import dev.treaty.stubs.twilio.api.TwilioError;
import dev.treaty.stubs.twilio.message.MagicRecipients.Failure;
import dev.treaty.stubs.twilio.messaging.ServiceSenders;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Moves messages from one status to the next, by the account's clock, and tells the application. */
final class MessageLife {

    /** What is due when a message changes. */
    static final String CHANGE = "twilio-message";

    /** The purpose of status callbacks. */
    static final String CALLBACK = "twilio-message-status";

    /** As in the carrier's delivery receipt: year, month, day, hour and minute, two digits each. */
    private static final DateTimeFormatter CARRIER_DATE =
            DateTimeFormatter.ofPattern("yyMMddHHmm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private MessageLife() {}

    /** Creates a message, and lets its life begin. */
    static ObjectNode start(World world, OutgoingMessage outgoing) {
        var message = Messages.create(world, outgoing);
        scheduleNext(world, message, outgoing.sendAt());
        return message;
    }

    private static void scheduleNext(World world, ObjectNode message, Optional<Instant> at) {
        var status = status(message);
        status.next()
                .ifPresent(next -> world.due()
                        .schedule(
                                at.orElseGet(() -> world.now().plus(status.lasts())),
                                CHANGE,
                                Json.object()
                                        .put("sid", message.path("sid").asText())
                                        .put("from", status.text())
                                        .put("to", next.text())));
    }

    static MessageStatus status(ObjectNode message) {
        return MessageStatus.of(message.path("status").asText());
    }

    /** Does what was scheduled, unless the message was canceled meanwhile. */
    static void change(World world, ObjectNode due) {
        var message =
                ResourceTable.of(world, Messages.KIND).find(due.path("sid").asText());
        message.filter(found -> found.path("status").equals(due.path("from")))
                .ifPresent(found ->
                        change(world, found, MessageStatus.of(due.path("to").asText())));
    }

    private static void change(World world, ObjectNode message, MessageStatus next) {
        if (next == MessageStatus.QUEUED && message.path("from").isNull() && !chooseSender(world, message)) {
            fail(world, message, failure(MessageStatus.FAILED, TwilioError.NO_SUCH_SERVICE));
            return;
        }
        if (next == MessageStatus.QUEUED && isOptedOut(world, message)) {
            fail(world, message, failure(MessageStatus.FAILED, TwilioError.OPTED_OUT));
            return;
        }
        if (next == MessageStatus.SENT
                && !AccountCredentials.isActive(
                        world, message.path("account_sid").asText())) {
            fail(world, message, failure(MessageStatus.FAILED, TwilioError.ACCOUNT_SUSPENDED));
            return;
        }
        var failure = MagicRecipients.failure(message.path("to").asText());
        var fails = failure.filter(kind ->
                kind.status() == MessageStatus.FAILED ? next == MessageStatus.SENT : next == MessageStatus.DELIVERED);
        if (fails.isPresent()) {
            fail(world, message, fails.get());
        } else {
            become(world, message, next);
            scheduleNext(world, message, Optional.empty());
        }
    }

    private static Failure failure(MessageStatus status, TwilioError error) {
        return new Failure(status, error.code(), error.message());
    }

    private static boolean chooseSender(World world, ObjectNode message) {
        var sender = ServiceSenders.find(
                        world,
                        message.path("account_sid").asText(),
                        message.path("messaging_service_sid").asText())
                .map(service -> ServiceSenders.senderFor(
                        world, service, message.path("to").asText()));
        sender.ifPresent(number -> message.put("from", number)
                .put("num_segments", Messages.segments(message.path("body").asText(), List.of())));
        return sender.isPresent();
    }

    private static boolean isOptedOut(World world, ObjectNode message) {
        var account = message.path("account_sid").asText();
        var to = message.path("to").asText();
        return OptOuts.isOptedOut(world, account, message.path("from").asText(), to)
                || OptOuts.isOptedOut(
                        world, account, message.path("messaging_service_sid").asText(), to);
    }

    private static void fail(World world, ObjectNode message, Failure failure) {
        message.put("error_code", failure.code()).put("error_message", failure.message());
        if (failure.status() == MessageStatus.FAILED) {
            message.putNull("price");
        }
        become(world, message, failure.status());
    }

    /** Changes a message's status, and tells the application. */
    static void become(World world, ObjectNode message, MessageStatus status) {
        message.put("status", status.text());
        if (status == MessageStatus.SENT) {
            markAsSent(world, message);
        }
        Messages.put(world, message);
        var callback = message.path(Messages.STATUS_CALLBACK).asText();
        if (status.isReported() && !callback.isEmpty()) {
            report(world, message, callback);
        }
    }

    /** Notes when a message left, and what it cost. */
    static void markAsSent(World world, ObjectNode message) {
        message.put("date_sent", TwilioDates.rfc2822(world.now())).put("price", Messages.price(message));
    }

    private static void report(World world, ObjectNode message, String callback) {
        var fields = new LinkedHashMap<String, String>();
        var sid = message.path("sid").asText();
        var status = message.path("status").asText();
        var account = message.path("account_sid").asText();
        if (!message.path("error_code").isNull()) {
            fields.put("ErrorCode", message.path("error_code").asText());
            fields.put("ErrorMessage", message.path("error_message").asText());
        }
        if (message.path("date_sent").isTextual() && MessageStatus.of(status).isFinal()) {
            fields.put("RawDlrDoneDate", CARRIER_DATE.format(world.now()));
        }
        fields.put("SmsSid", sid);
        fields.put("SmsStatus", status);
        fields.put("MessageStatus", status);
        fields.put("To", message.path("to").asText());
        if (!message.path("messaging_service_sid").isNull()) {
            fields.put(
                    "MessagingServiceSid", message.path("messaging_service_sid").asText());
        }
        fields.put("MessageSid", sid);
        fields.put("AccountSid", account);
        if (!message.path("from").isNull()) {
            fields.put("From", message.path("from").asText());
        }
        fields.put("ApiVersion", "2010-04-01");
        var method = message.path(Messages.STATUS_CALLBACK_METHOD).asText("POST");
        Callbacks.send(world, CALLBACK, sid, account, method, callback, fields, Json.object());
    }
}
