package dev.treaty.stubs.sendgrid.mail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.sendgrid.api.RequestBody;
import dev.treaty.stubs.sendgrid.api.Responses;
import dev.treaty.stubs.sendgrid.api.SendGridError;
import dev.treaty.stubs.sendgrid.api.SendGridFeature;
import dev.treaty.stubs.sendgrid.suppression.SuppressionKind;
import dev.treaty.stubs.sendgrid.suppression.Suppressions;
import dev.treaty.stubs.vendor.DueAction;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.util.Map;

/** Accepts mails, and has them delivered. */
public final class MailSend implements SendGridFeature {

    private static final String LIMIT = "largest mail";
    private static final String BYTES = "bytes";

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add("POST /v3/mail/send", MailSend::send);
    }

    @Override
    public Map<String, DueAction> dueActions() {
        return Map.of(MailDelivery.BEGIN, MailDelivery::begin, MailDelivery.CONTINUE, MailDelivery::proceed);
    }

    private static StubResponse send(Exchange exchange) {
        var world = exchange.world();
        requireNotTooLarge(exchange);
        var request = RequestBody.object(exchange);
        MailRules.check(world, request);
        Senders.requireVerified(world, request.path("from").path("email").asText());
        if (request.path("mail_settings").path("sandbox_mode").path("enable").asBoolean()) {
            return Responses.empty(200);
        }
        var mail = new OutgoingMail(world, request);
        mail.send();
        return Responses.empty(202).withHeader("X-Message-Id", mail.messageId());
    }

    private static void requireNotTooLarge(Exchange exchange) {
        exchange.world()
                .value(LIMIT)
                .filter(limit ->
                        exchange.request().body().length > limit.path(BYTES).asInt())
                .ifPresent(limit -> {
                    throw SendGridError.tooLarge("The JSON payload you have included in your request is too large.");
                });
    }

    @Override
    public boolean seed(World world, String state, ObjectNode parameters) {
        switch (state) {
            case "a sender is verified" ->
                Senders.setVerified(world, parameters.path("email").asText(), true);
            case "a sender is not verified" ->
                Senders.setVerified(world, parameters.path("email").asText(), false);
            case "mails are limited in size" ->
                world.setValue(
                        LIMIT, Json.object().put(BYTES, parameters.path(BYTES).asInt()));
            case "a mail was sent" -> mailWasSent(world, parameters);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What has become of it, the state says: an event, or {@code "dropped"}. */
    private static void mailWasSent(World world, ObjectNode parameters) {
        var email = parameters.path("email").asText("jane@example.org");
        var personalization = Json.object();
        personalization.putArray("to").addObject().put("email", email);
        personalization
                .putObject("custom_args")
                .put("reference", parameters.path("reference").asText());
        var request = Json.object().put("subject", "Hello");
        request.putObject("from").put("email", "sender@example.com");
        var mail = new OutgoingMail(world, request).keep(personalization).get(0);
        var event = parameters.path("event").asText("delivered");
        if (event.equals("dropped")) {
            new Suppressions(world)
                    .add(
                            SuppressionKind.BOUNCE,
                            email,
                            Json.object().put("reason", "").put("status", ""));
            MailDelivery.deliver(world, mail);
        } else {
            Outcome.of(event)
                    .orElseThrow(() -> new IllegalArgumentException(event))
                    .happen(world, mail);
        }
    }
}
