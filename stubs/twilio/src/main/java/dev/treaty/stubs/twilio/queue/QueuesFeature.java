package dev.treaty.stubs.twilio.queue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.twilio.api.AccountCredentials;
import dev.treaty.stubs.twilio.api.AccountResources;
import dev.treaty.stubs.twilio.api.Callbacks;
import dev.treaty.stubs.twilio.api.Listing;
import dev.treaty.stubs.twilio.api.Parameters;
import dev.treaty.stubs.twilio.api.ResourcePage;
import dev.treaty.stubs.twilio.api.ResourceTable;
import dev.treaty.stubs.twilio.api.Responses;
import dev.treaty.stubs.twilio.api.TwilioDates;
import dev.treaty.stubs.twilio.api.TwilioError;
import dev.treaty.stubs.twilio.api.TwilioFeature;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;

/** Making, changing and deleting queues; reading who waits, and having them go on. */
public final class QueuesFeature implements TwilioFeature {

    /** What is scheduled for a call that is taken from a queue; its data has {@code call}, {@code url} and {@code method}. */
    public static final String DEQUEUED = "twilio-call-dequeued";

    private static final String LIST = "/2010-04-01/Accounts/{AccountSid}/Queues";
    private static final String ONE = LIST + "/{QueueSid}";
    private static final String MEMBERS = ONE + "/Members";
    private static final String MEMBER = MEMBERS + "/{CallSid}.json";
    private static final int DEFAULT_SIZE = 1_000;
    private static final int LARGEST = 5_000;

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add("POST " + LIST + ".json", QueuesFeature::create);
        routes.add("GET " + LIST + ".json", QueuesFeature::list);
        routes.add("GET " + ONE + ".json", exchange -> Responses.ok(Queues.shown(exchange.world(), queue(exchange))));
        routes.add("POST " + ONE + ".json", QueuesFeature::update);
        routes.add("DELETE " + ONE + ".json", QueuesFeature::delete);
        routes.add("GET " + MEMBERS + ".json", QueuesFeature::members);
        routes.add("GET " + MEMBER, exchange -> Responses.ok(member(exchange)));
        routes.add("POST " + MEMBER, QueuesFeature::dequeue);
    }

    private static ObjectNode queue(Exchange exchange) {
        return AccountResources.find(exchange, Queues.KIND, "QueueSid");
    }

    private static int size(Parameters parameters, int otherwise) {
        var size = parameters.number("MaxSize").orElse(otherwise);
        if (size < 1 || size > LARGEST) {
            throw TwilioError.INVALID_PARAMETER.with("MaxSize must be between 1 and " + LARGEST);
        }
        return size;
    }

    private static StubResponse create(Exchange exchange) {
        var parameters = Parameters.of(exchange);
        var name =
                parameters.text("FriendlyName").orElseThrow(() -> TwilioError.MISSING_PARAMETER.with("FriendlyName"));
        var account = AccountCredentials.accountSid(exchange);
        requireUnused(exchange, account, name);
        return Responses.created(Queues.create(exchange.world(), account, name, size(parameters, DEFAULT_SIZE)));
    }

    private static void requireUnused(Exchange exchange, String account, String name) {
        if (Queues.find(exchange.world(), account, name).isPresent()) {
            throw TwilioError.QUEUE_EXISTS.with(name);
        }
    }

    private static StubResponse list(Exchange exchange) {
        return ResourcePage.of(
                        exchange,
                        AccountResources.list(exchange, Queues.KIND)
                                .with(queue -> Queues.shown(exchange.world(), queue)))
                .toResponse("queues");
    }

    private static StubResponse update(Exchange exchange) {
        var queue = queue(exchange);
        var parameters = Parameters.of(exchange);
        var name = parameters.text("FriendlyName");
        if (name.isPresent() && !name.get().equals(queue.path("friendly_name").asText())) {
            requireUnused(exchange, queue.path("account_sid").asText(), name.get());
            Queues.rename(queue, name.get());
        }
        queue.put("max_size", size(parameters, queue.path("max_size").asInt()))
                .put("date_updated", TwilioDates.rfc2822(exchange.world().now()));
        ResourceTable.of(exchange.world(), Queues.KIND).put(queue);
        return Responses.ok(Queues.shown(exchange.world(), queue));
    }

    private static StubResponse delete(Exchange exchange) {
        var sid = queue(exchange).path("sid").asText();
        if (Queues.front(exchange.world(), sid).isPresent()) {
            throw TwilioError.QUEUE_NOT_EMPTY.with();
        }
        return AccountResources.delete(exchange, Queues.KIND, "QueueSid");
    }

    private static StubResponse members(Exchange exchange) {
        var members =
                Queues.members(exchange.world(), queue(exchange).path("sid").asText());
        var positions = Json.object();
        members.forEach(member -> positions.set(member.path("call_sid").asText(), member));
        var listing = Listing.of(
                        Queues.MEMBERS, "queue_sid", queue(exchange).path("sid").asText())
                .with(member ->
                        (ObjectNode) positions.path(member.path("call_sid").asText()));
        return ResourcePage.of(exchange, listing).toResponse("queue_members");
    }

    private static ObjectNode member(Exchange exchange) {
        var name = exchange.parameter("CallSid");
        return Queues.members(exchange.world(), queue(exchange).path("sid").asText()).stream()
                .filter(member ->
                        name.equals("Front") || member.path("call_sid").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> TwilioError.notFound(exchange.request().path(), name));
    }

    private static StubResponse dequeue(Exchange exchange) {
        var member = member(exchange);
        var parameters = Parameters.of(exchange);
        var url = parameters.text("Url").orElseThrow(() -> TwilioError.MISSING_PARAMETER.with("Url"));
        if (!Callbacks.isUrl(url)) {
            throw TwilioError.INVALID_TWIML_URL.with("Url", url);
        }
        var method = parameters.text("Method").orElse("POST");
        var call = member.path("call_sid").asText();
        Queues.leave(exchange.world(), call);
        exchange.world()
                .due()
                .schedule(
                        exchange.world().now(),
                        DEQUEUED,
                        Json.object()
                                .put("call", call)
                                .put("url", url)
                                .put(
                                        "method",
                                        Parameters.method(method)
                                                .orElseThrow(() -> TwilioError.INVALID_METHOD.with("Method", method))));
        return Responses.ok(member);
    }
}
