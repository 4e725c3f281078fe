package dev.treaty.stubs.twilio.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.twilio.api.ResourceTable;
import dev.treaty.stubs.twilio.twiml.TwimlElement;
import dev.treaty.stubs.twilio.twiml.TwimlReader;
import dev.treaty.stubs.twilio.twiml.TwimlResult;
import dev.treaty.stubs.vendor.delivery.Delivery;
import dev.treaty.stubs.vendor.delivery.DeliveryResult;
import dev.treaty.stubs.vendor.world.World;
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
        var read = TwimlReader.MESSAGING.read(result.header("content-type"), result.text(), url);
        if (read instanceof TwimlResult.Document document) {
            execute(document.verbs());
        } else if (read instanceof TwimlResult.Failed failed) {
            InboundWebhook.fallBack(world, message, data, failed.problem().code(), url);
        }
    }

    private void execute(List<TwimlElement> verbs) {
        var reply = new TwimlMessage(
                world,
                message.path("account_sid").asText(),
                message.path("to").asText(),
                message.path("from").asText(),
                "outbound-reply",
                url);
        for (var verb : verbs) {
            if (verb.is("Redirect")) {
                var target = verb.text().isEmpty() ? url : reply.absolute(verb.text());
                InboundWebhook.redirect(
                        world, message, data, verb.attribute("method").orElse("POST"), target);
                return; // what follows a redirect is not reached
            }
            reply.send(verb);
        }
    }
}
