package dev.treaty.stubs.twilio.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.twilio.api.AccountCredentials;
import dev.treaty.stubs.twilio.api.AccountResources;
import dev.treaty.stubs.twilio.api.CallbackPolicy;
import dev.treaty.stubs.twilio.api.Listing;
import dev.treaty.stubs.twilio.api.Parameters;
import dev.treaty.stubs.twilio.api.ResourcePage;
import dev.treaty.stubs.twilio.api.ResourceTable;
import dev.treaty.stubs.twilio.api.Responses;
import dev.treaty.stubs.twilio.api.TwilioFeature;
import dev.treaty.stubs.vendor.DueAction;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.delivery.DeliveryPolicy;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.World;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls, both ways, with their TwiML and their notifications. */
public final class CallsFeature implements TwilioFeature {

    private static final String ACCOUNT = "/2010-04-01/Accounts/{AccountSid}";

    private final String webhook;
    private final CallControl control;

    /** @param webhook where calls from people go whose number has no URL, and callbacks of calls in a provider state; empty for nowhere */
    public CallsFeature(Optional<URI> webhook) {
        this.webhook = webhook.map(URI::toString).orElse("");
        control = new CallControl(this.webhook);
    }

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        CallApi.addRoutes(routes);
        control.addRoutes(routes);
        for (var list : new String[] {ACCOUNT + "/Notifications", ACCOUNT + "/Calls/{CallSid}/Notifications"}) {
            routes.add("GET " + list + ".json", CallsFeature::notifications);
            routes.add("GET " + list + "/{Sid}.json", CallsFeature::notification);
        }
    }

    @Override
    public Map<String, DueAction> dueActions() {
        return Map.ofEntries(
                Map.entry(CallSession.Step.DIAL.action(), CallSession.step(CallLife::dial)),
                Map.entry(CallSession.Step.RING.action(), CallSession.step(CallLife::ring)),
                Map.entry(CallSession.Step.ANSWER.action(), CallSession.step(CallLife::answer)),
                Map.entry(CallSession.Step.GIVE_UP.action(), CallSession.step(CallLife::giveUp)),
                Map.entry(CallSession.Step.DETECT.action(), CallSession.step(CallLife::detect)),
                Map.entry(CallSession.Step.HANG_UP.action(), CallSession.step(CallLife::hangUp)),
                Map.entry(CallSession.Step.CONTINUE.action(), CallSession.step(TwimlRunner::waitOver)),
                Map.entry(CallSession.Step.CHILD_ENDED.action(), CallSession.step(CallsFeature::childEnded)),
                Map.entry(CallSession.Step.LEFT.action(), CallSession.step(CallsFeature::left)),
                Map.entry(CallSession.Step.QUEUE_EMPTY.action(), CallSession.step(CallsFeature::queueEmpty)),
                Map.entry(CallSession.Step.DEQUEUED.action(), CallSession.step(HeldCalls::dequeued)),
                Map.entry(CallSession.Step.UNREACHABLE.action(), CallSession.step(TwimlResponses::unreachable)));
    }

    private static void childEnded(CallSession session) {
        DialVerb.childEnded(session);
        TwimlRunner.proceed(session);
    }

    private static void left(CallSession session) {
        HeldCalls.left(session);
        TwimlRunner.proceed(session);
    }

    private static void queueEmpty(CallSession session) {
        HeldCalls.queueEmpty(session);
        TwimlRunner.proceed(session);
    }

    @Override
    public Map<String, DeliveryPolicy> deliveryPolicies() {
        return Map.of(
                VoiceRequests.PURPOSE, CallbackPolicy.then(TwimlResponses::completed),
                StatusCallbacks.PURPOSE, CallbackPolicy.ignoringTheResponse());
    }

    /** All calls of an account, the newest first. */
    public static List<ObjectNode> calls(World world, String accountSid) {
        return ResourceTable.of(world, Call.KIND)
                .newestFirst()
                .filter(call -> call.path("account_sid").asText().equals(accountSid))
                .toList();
    }

    private static StubResponse notifications(Exchange exchange) {
        var call = exchange.parameters().get("CallSid");
        var listing = call == null
                ? Listing.of(CallNotifications.KIND)
                : Listing.of(CallNotifications.KIND, "call_sid", call);
        var log = Parameters.of(exchange).text("Log");
        var filtered = listing.where("account_sid", AccountCredentials.accountSid(exchange));
        return ResourcePage.of(exchange, log.isPresent() ? filtered.where("log", log.get()) : filtered)
                .toResponse("notifications");
    }

    private static StubResponse notification(Exchange exchange) {
        var notification = AccountResources.find(exchange, CallNotifications.KIND, "Sid");
        return Responses.ok(CallNotifications.whole(notification));
    }

    @Override
    public Optional<Map<String, Object>> seed(World world, String state, ObjectNode parameters) {
        return CallStates.seed(world, state, parameters, webhook);
    }
}
