package dev.treaty.stubs.twilio.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.twilio.api.AccountCredentials;
import dev.treaty.stubs.twilio.api.CallbackPolicy;
import dev.treaty.stubs.twilio.api.PhoneNumber;
import dev.treaty.stubs.twilio.api.Responses;
import dev.treaty.stubs.twilio.api.TwilioError;
import dev.treaty.stubs.twilio.api.TwilioFeature;
import dev.treaty.stubs.twilio.message.OptOuts.Keyword;
import dev.treaty.stubs.twilio.messaging.ServiceSenders;
import dev.treaty.stubs.twilio.number.OwnedNumbers;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.delivery.DeliveryPolicy;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.World;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Messages from people to the application, as if a telephone had sent them: {@code POST /__treaty/inbound/messages} with
 * {@code {"from": "+15005550010", "to": "+15005550006", "body": "STOP", "media": []}}. Opt-out words are obeyed and replied to, the
 * application's webhook gets the message, and its TwiML is executed, all before the request is answered.
 */
public final class InboundMessages implements TwilioFeature {

    private final String webhook;

    /** @param webhook where messages go whose number and messaging service have no URL; empty for nowhere */
    public InboundMessages(Optional<URI> webhook) {
        this.webhook = webhook.map(URI::toString).orElse("");
    }

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add("POST /__treaty/inbound/messages", this::receive);
    }

    @Override
    public Map<String, DeliveryPolicy> deliveryPolicies() {
        return Map.of(InboundWebhook.PURPOSE, CallbackPolicy.then(MessageReply::completed));
    }

    private StubResponse receive(Exchange exchange) {
        var world = exchange.world();
        var account = AccountCredentials.accountSid(exchange);
        var body = body(exchange);
        var from = number(body, "from").orElseThrow(() -> TwilioError.INVALID_FROM.with(text(body, "from")));
        var to = number(body, "to").orElseThrow(() -> TwilioError.INVALID_TO.with(text(body, "to")));
        if (PhoneNumber.parse(to)
                .filter(number -> !OwnedNumbers.owns(world, account, number))
                .isPresent()) {
            throw TwilioError.FROM_NOT_OWNED.with(to);
        }
        var media = new ArrayList<String>();
        body.path("media").forEach(url -> media.add(url.asText()));
        var message = Messages.receive(world, account, from, to, text(body, "body"), media);
        if (!media.isEmpty()) {
            media.forEach(message.putArray(InboundWebhook.MEDIA)::add);
        }
        var keyword = OptOuts.keyword(text(body, "body"));
        keyword.ifPresent(word -> obey(world, message, word));
        InboundWebhook.send(world, message, keyword.map(Keyword::name).orElse(""), webhook);
        return Responses.created(message);
    }

    private static JsonNode body(Exchange exchange) {
        try {
            return exchange.request().json();
        } catch (UncheckedIOException e) {
            throw TwilioError.INVALID_PARAMETER.with("the body is not JSON");
        }
    }

    private static String text(JsonNode body, String name) {
        return body.path(name).asText("");
    }

    /** In E.164; an address of another channel as it is. */
    private static Optional<String> number(JsonNode body, String name) {
        var given = text(body, name);
        return given.contains(":")
                ? Optional.of(given)
                : PhoneNumber.parse(given).map(PhoneNumber::e164);
    }

    private static void obey(World world, ObjectNode message, Keyword keyword) {
        var account = message.path("account_sid").asText();
        var from = message.path("from").asText();
        var to = message.path("to").asText();
        var senders = List.of(
                to,
                ServiceSenders.serviceOf(world, account, to)
                        .map(service -> service.path("sid").asText())
                        .orElse(to));
        var wasOptedOut = senders.stream().anyMatch(sender -> OptOuts.isOptedOut(world, account, sender, from));
        if (keyword != Keyword.HELP) {
            senders.forEach(sender -> OptOuts.set(world, account, sender, from, keyword == Keyword.STOP));
        }
        if (keyword != Keyword.START || wasOptedOut) {
            MessageLife.start(world, OutgoingMessage.reply(message, keyword.reply()));
        }
    }
}
