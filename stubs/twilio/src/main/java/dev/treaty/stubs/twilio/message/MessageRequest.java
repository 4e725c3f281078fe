package dev.treaty.stubs.twilio.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.twilio.api.AccountCredentials;
import dev.treaty.stubs.twilio.api.Callbacks;
import dev.treaty.stubs.twilio.api.Parameters;
import dev.treaty.stubs.twilio.api.PhoneNumber;
import dev.treaty.stubs.twilio.api.Sid;
import dev.treaty.stubs.twilio.api.TwilioError;
import dev.treaty.stubs.twilio.application.Applications;
import dev.treaty.stubs.twilio.messaging.ServiceSenders;
import dev.treaty.stubs.twilio.number.OwnedNumbers;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.world.World;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads and checks a request to send a message, in the order in which Twilio does.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource">Twilio, create a message</a>
 */
final class MessageRequest {

    private static final int MAX_BODY = 1_600;
    private static final int MAX_MEDIA = 10;
    private static final int MAX_VALIDITY_SECONDS = 36_000;

    /** Up to 11 characters, at least one of them a letter. */
    private static final Pattern NAME = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9 +_&-]{1,11}");

    private static final Pattern SHORT_CODE = Pattern.compile("\\d{5,6}");
    private static final Pattern CHANNEL = Pattern.compile("(whatsapp|messenger|rcs):.+");
    private static final String NORTH_AMERICA = "+1";

    private final World world;
    private final String account;
    private final Parameters parameters;

    private MessageRequest(Exchange exchange) {
        world = exchange.world();
        account = AccountCredentials.accountSid(exchange);
        parameters = Parameters.of(exchange);
    }

    /**
     * The message that a request asks for.
     *
     * @throws dev.treaty.stubs.vendor.VendorError with Twilio's code for the first thing that is wrong
     */
    static OutgoingMessage read(Exchange exchange) {
        return new MessageRequest(exchange).read();
    }

    private OutgoingMessage read() {
        var to = parameters.text("To").orElseThrow(TwilioError.TO_REQUIRED::with);
        var from = parameters.textOrEmpty("From");
        var serviceSid = parameters.text("MessagingServiceSid").orElse(from.startsWith("MG") ? from : "");
        if (from.isEmpty() && serviceSid.isEmpty()) {
            throw TwilioError.FROM_REQUIRED.with();
        }
        checkContent();
        var recipient = recipient(to, from.isEmpty() ? serviceSid : from);
        var service = serviceSid.isEmpty() ? Optional.<ObjectNode>empty() : Optional.of(service(serviceSid));
        if (serviceSid.isEmpty() && !channel(from).equals(channel(to))) {
            throw TwilioError.DIFFERENT_CHANNELS.with();
        }
        var sender = from.isEmpty() || from.equals(serviceSid)
                ? Optional.<String>empty()
                : Optional.of(sender(from, recipient));
        checkOptOut(sender, service, recipient);
        return new OutgoingMessage(
                account,
                sender,
                service,
                recipient,
                parameters.textOrEmpty("Body"),
                parameters.all("MediaUrl"),
                MessageCallback.post(statusCallback(service)),
                "outbound-api",
                MessageSchedule.read(parameters, world.now(), service.isPresent()));
    }

    private void checkContent() {
        var body = parameters.textOrEmpty("Body");
        var media = parameters.all("MediaUrl");
        if (body.isEmpty() && media.isEmpty() && parameters.text("ContentSid").isEmpty()) {
            throw (parameters.text("MessagingServiceSid").isPresent()
                            ? TwilioError.CONTENT_REQUIRED
                            : TwilioError.BODY_REQUIRED)
                    .with();
        }
        if (body.codePointCount(0, body.length()) > MAX_BODY) {
            throw TwilioError.BODY_TOO_LONG.with();
        }
        if (media.size() > MAX_MEDIA) {
            throw TwilioError.TOO_MANY_MEDIA.with();
        }
        media.stream().filter(url -> !Callbacks.isUrl(url)).findFirst().ifPresent(url -> {
            throw TwilioError.INVALID_MEDIA_URL.with(url);
        });
        parameters.text("ValidityPeriod").filter(given -> !isValidity(given)).ifPresent(given -> {
            throw TwilioError.INVALID_VALIDITY_PERIOD.with(given);
        });
    }

    /** How long a message may wait to be sent; see Twilio's error 21624. */
    private static boolean isValidity(String seconds) {
        return seconds.matches("0*[1-9]\\d{0,4}") && Integer.parseInt(seconds) <= MAX_VALIDITY_SECONDS;
    }

    /** In E.164, with its channel if it has one. */
    private String recipient(String to, String sender) {
        if (CHANNEL.matcher(to).matches()) {
            return to;
        }
        var number = PhoneNumber.parse(to).orElseThrow(() -> TwilioError.INVALID_TO.with(to));
        MagicRecipients.refusalOfRecipient(number, sender).ifPresent(error -> {
            throw error;
        });
        return number.e164();
    }

    private static String channel(String address) {
        return CHANNEL.matcher(address).matches() ? address.substring(0, address.indexOf(':')) : "sms";
    }

    private ObjectNode service(String sid) {
        if (!Sid.isSid(sid, "MG")) {
            throw TwilioError.INVALID_SERVICE.with(sid);
        }
        var service = ServiceSenders.find(world, account, sid).orElseThrow(() -> TwilioError.NO_SUCH_SERVICE.with(sid));
        if (ServiceSenders.isEmptied(world, service)) {
            throw TwilioError.NO_SENDERS_IN_SERVICE.with();
        }
        return service;
    }

    private String sender(String from, String recipient) {
        if (CHANNEL.matcher(from).matches()) {
            return from;
        }
        if (NAME.matcher(from).matches()) {
            if (recipient.startsWith(NORTH_AMERICA)) {
                throw TwilioError.NOT_REACHABLE.with(recipient, from);
            }
            return from;
        }
        if (SHORT_CODE.matcher(from).matches()) {
            throw TwilioError.FROM_NOT_OWNED.with(from);
        }
        var number = PhoneNumber.parse(from).orElseThrow(() -> TwilioError.INVALID_FROM.with(from));
        MagicRecipients.refusalOfSender(number).ifPresent(error -> {
            throw error;
        });
        if (!OwnedNumbers.owns(world, account, number)) {
            throw TwilioError.FROM_NOT_OWNED.with(number);
        }
        if (number.e164().equals(recipient)) {
            throw TwilioError.TO_IS_FROM.with(PhoneNumber.masked(recipient));
        }
        return number.e164();
    }

    private void checkOptOut(Optional<String> sender, Optional<ObjectNode> service, String recipient) {
        var senders = List.of(
                sender.orElse(""),
                sender.flatMap(number -> ServiceSenders.serviceOf(world, account, number))
                        .or(() -> service)
                        .map(found -> found.path("sid").asText())
                        .orElse(""));
        if (senders.stream().anyMatch(from -> OptOuts.isOptedOut(world, account, from, recipient))) {
            throw TwilioError.OPTED_OUT.with();
        }
    }

    private String statusCallback(Optional<ObjectNode> service) {
        var given = parameters.textOrEmpty("StatusCallback");
        if (!given.isEmpty() && !Callbacks.isUrl(given)) {
            throw TwilioError.INVALID_STATUS_CALLBACK.with(given);
        }
        return Optional.of(given)
                .filter(url -> !url.isEmpty())
                .or(() -> parameters.text("ApplicationSid").map(this::applicationCallback))
                .or(() -> service.map(found -> found.path("status_callback").asText("")))
                .filter(url -> !url.equals("null"))
                .orElse("");
    }

    /** An application's URL, unless the request has one of its own. */
    private String applicationCallback(String sid) {
        return Applications.find(world, account, sid)
                .orElseThrow(() -> TwilioError.INVALID_APPLICATION.with(sid))
                .path("message_status_callback")
                .asText("");
    }
}
