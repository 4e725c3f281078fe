package dev.treaty.stubs.twilio.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.twilio.api.AccountCredentials;
import dev.treaty.stubs.twilio.api.AccountResources;
import dev.treaty.stubs.twilio.api.CallbackPolicy;
import dev.treaty.stubs.twilio.api.Parameters;
import dev.treaty.stubs.twilio.api.ResourcePage;
import dev.treaty.stubs.twilio.api.ResourceTable;
import dev.treaty.stubs.twilio.api.Responses;
import dev.treaty.stubs.twilio.api.TwilioDates;
import dev.treaty.stubs.twilio.api.TwilioError;
import dev.treaty.stubs.twilio.api.TwilioFeature;
import dev.treaty.stubs.vendor.DueAction;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.delivery.DeliveryPolicy;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sending, reading, redacting, canceling and deleting messages.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource">Twilio, message resource</a>
 */
public final class MessageResources implements TwilioFeature {

    private static final String LIST = "/2010-04-01/Accounts/{AccountSid}/Messages";
    private static final String ONE = LIST + "/{Sid}.json";

    private static final String NOT_COVERED = "Treaty-Not-Covered";

    private final String webhook;

    /** @param webhook which gets the status callbacks of messages that a provider state brings about; empty for nobody */
    public MessageResources(Optional<URI> webhook) {
        this.webhook = webhook.map(URI::toString).orElse("");
    }

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add("POST " + LIST + ".json", MessageResources::send);
        routes.add("GET " + LIST + ".json", MessageResources::list);
        routes.add("GET " + ONE, exchange -> Responses.ok(find(exchange)));
        routes.add("POST " + ONE, MessageResources::update);
        routes.add("DELETE " + ONE, MessageResources::delete);
        routes.add("POST " + LIST + "/{Sid}/Feedback.json", MessageResources::feedback);
    }

    @Override
    public Map<String, DueAction> dueActions() {
        return Map.of(MessageLife.CHANGE, MessageLife::change);
    }

    @Override
    public Map<String, DeliveryPolicy> deliveryPolicies() {
        return Map.of(MessageLife.CALLBACK, CallbackPolicy.ignoringTheResponse());
    }

    @Override
    public Optional<Map<String, Object>> seed(World world, String state, ObjectNode parameters) {
        return MessageStates.seed(world, state, parameters, webhook);
    }

    /** All messages of an account, the newest first. */
    public static List<ObjectNode> messages(World world, String accountSid) {
        return ResourceTable.of(world, Messages.KIND)
                .newestFirst("account_sid", accountSid)
                .toList();
    }

    private static ObjectNode find(Exchange exchange) {
        return AccountResources.find(exchange, Messages.KIND, "Sid");
    }

    /** What a content template says is not known, so that such a message has no text but what the request gives. */
    private static StubResponse send(Exchange exchange) {
        var response = Responses.created(MessageLife.start(exchange.world(), MessageRequest.read(exchange)));
        var isTemplate = Parameters.of(exchange).text("ContentSid").isPresent();
        return isTemplate ? response.withHeader(NOT_COVERED, "behaviour") : response;
    }

    private static StubResponse list(Exchange exchange) {
        var listing = MessageList.of(Parameters.of(exchange), AccountCredentials.accountSid(exchange));
        return ResourcePage.of(exchange, listing).toResponse("messages");
    }

    /** Redacts the text, or cancels a scheduled message. */
    private static StubResponse update(Exchange exchange) {
        var message = find(exchange);
        var parameters = Parameters.of(exchange);
        if (parameters.has("Status") == parameters.has("Body")) {
            throw TwilioError.INVALID_UPDATE.with("either Status or Body must be given");
        }
        if (parameters.has("Status")) {
            cancel(exchange, message, parameters.textOrEmpty("Status"));
        } else {
            redact(exchange, message, parameters.textOrEmpty("Body"));
        }
        return Responses.ok(message);
    }

    private static void redact(Exchange exchange, ObjectNode message, String body) {
        if (!body.isEmpty()) {
            throw TwilioError.INVALID_UPDATE.with("Body can only be redacted, with an empty text");
        }
        Messages.put(exchange.world(), message.put("body", ""));
    }

    private static void cancel(Exchange exchange, ObjectNode message, String status) {
        if (!status.equals(MessageStatus.CANCELED.text())) {
            throw TwilioError.INVALID_UPDATE.with("Status can only become canceled");
        }
        if (MessageLife.status(message) != MessageStatus.SCHEDULED) {
            throw TwilioError.CANNOT_BE_CANCELED.with();
        }
        MessageLife.become(exchange.world(), message, MessageStatus.CANCELED);
    }

    private static StubResponse delete(Exchange exchange) {
        var message = find(exchange);
        if (!MessageLife.status(message).isFinal()) {
            throw TwilioError.CANNOT_DELETE_BEFORE_COMPLETE.with();
        }
        ResourceTable.of(exchange.world(), Messages.KIND)
                .delete(message.path("sid").asText());
        return Responses.noContent();
    }

    private static StubResponse feedback(Exchange exchange) {
        var message = find(exchange);
        var outcome = Parameters.of(exchange).text("Outcome").orElse("confirmed");
        if (!Set.of("confirmed", "unconfirmed").contains(outcome)) {
            throw TwilioError.INVALID_PARAMETER.with("Outcome");
        }
        var now = TwilioDates.rfc2822(exchange.world().now());
        return Responses.created(Json.object()
                .put("account_sid", message.path("account_sid").asText())
                .put("date_created", now)
                .put("date_updated", now)
                .put("message_sid", message.path("sid").asText())
                .put("outcome", outcome)
                .put("uri", exchange.request().path()));
    }
}
