package dev.treaty.stubs.twilio.message;

import dev.treaty.stubs.twilio.api.PhoneNumber;
import dev.treaty.stubs.twilio.messaging.ServiceSenders;
import dev.treaty.stubs.twilio.twiml.TwimlElement;
import dev.treaty.stubs.vendor.world.World;
import java.net.URI;
import java.util.Optional;

/**
 * A message that TwiML sends.
 *
 * @param from unless the verb says from whom
 * @param to unless the verb says to whom
 * @param direction e.g. {@code "outbound-reply"}
 * @param url where the TwiML comes from; empty if it was not fetched
 * @see <a href="https://www.twilio.com/docs/messaging/twiml/message">Twilio, Message</a>
 */
public record TwimlMessage(World world, String accountSid, String from, String to, String direction, String url) {

    /** Sends it. Nothing is sent if it is empty or Twilio would refuse it, which Twilio only notes in its debugger. */
    public void send(TwimlElement verb) {
        var body = body(verb);
        var media = verb.children().stream()
                .filter(child -> child.is("Media"))
                .map(child -> absolute(child.text()))
                .toList();
        var sender = verb.attribute("from").orElse(from);
        var recipient = verb.attribute("to").orElse(to);
        if ((body.isEmpty() && media.isEmpty()) || isRefused(sender, recipient)) {
            return;
        }
        var callback = verb.attribute("statusCallback")
                .or(() -> verb.attribute("action"))
                .map(this::absolute)
                .orElse("");
        MessageLife.start(
                world,
                new OutgoingMessage(
                        accountSid,
                        Optional.of(sender),
                        Optional.empty(),
                        recipient,
                        body,
                        media,
                        new MessageCallback(verb.attribute("method").orElse("POST"), callback),
                        direction,
                        Optional.empty()));
    }

    private static String body(TwimlElement verb) {
        var bodies = verb.children().stream()
                .filter(child -> child.is("Body"))
                .map(TwimlElement::text)
                .toList();
        return bodies.isEmpty() ? verb.text() : String.join("", bodies);
    }

    private boolean isRefused(String sender, String recipient) {
        var service = ServiceSenders.serviceOf(world, accountSid, sender)
                .map(found -> found.path("sid").asText())
                .orElse("");
        return OptOuts.isOptedOut(world, accountSid, sender, recipient)
                || OptOuts.isOptedOut(world, accountSid, service, recipient)
                || PhoneNumber.parse(recipient)
                        .flatMap(number -> MagicRecipients.refusalOfRecipient(number, sender))
                        .isPresent();
    }

    /** A reference in the TwiML as a URL. */
    String absolute(String reference) {
        try {
            return url.isEmpty()
                    ? reference
                    : URI.create(url).resolve(reference.strip()).toString();
        } catch (IllegalArgumentException e) {
            return reference;
        }
    }
}
