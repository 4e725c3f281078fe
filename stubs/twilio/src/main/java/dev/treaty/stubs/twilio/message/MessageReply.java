package dev.treaty.stubs.twilio.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.twilio.api.PhoneNumber;
import dev.treaty.stubs.twilio.api.ResourceTable;
import dev.treaty.stubs.twilio.messaging.ServiceSenders;
import dev.treaty.stubs.twilio.twiml.TwimlElement;
import dev.treaty.stubs.twilio.twiml.TwimlReader;
import dev.treaty.stubs.twilio.twiml.TwimlResult;
import dev.treaty.stubs.vendor.delivery.Delivery;
import dev.treaty.stubs.vendor.delivery.DeliveryResult;
import dev.treaty.stubs.vendor.world.World;
import java.net.URI;
import java.util.List;

/**
 * Does what the application's TwiML says about a message that came in.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/twiml">Twilio, TwiML for messaging</a>
 */
final class MessageReply {

    /** The application could not be reached, or its response was an error. */
    private static final int NO_RESPONSE = 11200;

    private final World world;
    private final ObjectNode message;
    private final ObjectNode data;
    private final String url;

    private MessageReply(World world, ObjectNode message, Delivery delivery) {
        this.world = world;
        this.message = message;
        data = delivery.data();
        url = delivery.url().toString();
    }

    /** Called with the application's response to what {@link InboundWebhook} has sent. */
    static void completed(World world, Delivery delivery, DeliveryResult result) {
        ResourceTable.of(world, Messages.KIND)
                .find(delivery.data().path("message").asText())
                .ifPresent(message -> new MessageReply(world, message, delivery).execute(result));
    }

    private void execute(DeliveryResult result) {
        if (!result.isSuccess()) {
            InboundWebhook.fallBack(world, message, data, NO_RESPONSE, url);
            return;
        }
        if (result.text().isBlank()) {
            return;
        }
        var read = TwimlReader.MESSAGING.read(result.headers().getOrDefault("content-type", ""), result.text(), url);
        if (read instanceof TwimlResult.Document document) {
            execute(document.verbs());
        } else if (read instanceof TwimlResult.Failed failed) {
            InboundWebhook.fallBack(world, message, data, failed.problem().code(), url);
        }
    }

    private void execute(List<TwimlElement> verbs) {
        for (var verb : verbs) {
            if (verb.is("Redirect")) {
                var target = verb.text().isEmpty() ? url : absolute(verb.text());
                InboundWebhook.redirect(
                        world, message, data, verb.attribute("method").orElse("POST"), target);
                return; // what follows a redirect is not reached
            }
            reply(verb);
        }
    }

    private void reply(TwimlElement verb) {
        var bodies = verb.children().stream()
                .filter(child -> child.is("Body"))
                .map(TwimlElement::text)
                .toList();
        var body = bodies.isEmpty() ? verb.text() : String.join("", bodies);
        var media = verb.children().stream()
                .filter(child -> child.is("Media"))
                .map(child -> absolute(child.text()))
                .toList();
        var from = verb.attribute("from").orElse(message.path("to").asText());
        var to = verb.attribute("to").orElse(message.path("from").asText());
        if ((body.isEmpty() && media.isEmpty()) || isRefused(from, to)) {
            return;
        }
        var callback = verb.attribute("statusCallback")
                .or(() -> verb.attribute("action"))
                .map(this::absolute)
                .orElse("");
        MessageLife.start(world, OutgoingMessage.reply(message, from, to, body, media, callback));
    }

    /** Twilio notes why in its debugger, and sends nothing. */
    private boolean isRefused(String from, String to) {
        var account = message.path("account_sid").asText();
        var service = ServiceSenders.serviceOf(world, account, from)
                .map(found -> found.path("sid").asText())
                .orElse("");
        return OptOuts.isOptedOut(world, account, from, to)
                || OptOuts.isOptedOut(world, account, service, to)
                || PhoneNumber.parse(to)
                        .flatMap(number -> MagicRecipients.refusalOfRecipient(number, from))
                        .isPresent();
    }

    private String absolute(String reference) {
        try {
            return URI.create(url).resolve(reference.strip()).toString();
        } catch (IllegalArgumentException e) {
            return reference;
        }
    }
}
