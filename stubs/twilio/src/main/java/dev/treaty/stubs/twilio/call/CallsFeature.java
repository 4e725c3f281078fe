package dev.treaty.stubs.twilio.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.twilio.api.AccountCredentials;
import dev.treaty.stubs.twilio.api.AccountResources;
import dev.treaty.stubs.twilio.api.CallbackPolicy;
import dev.treaty.stubs.twilio.api.Listing;
import dev.treaty.stubs.twilio.api.Parameters;
import dev.treaty.stubs.twilio.api.ResourcePage;
import dev.treaty.stubs.twilio.api.Responses;
import dev.treaty.stubs.twilio.api.TwilioFeature;
import dev.treaty.stubs.vendor.DueAction;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.delivery.DeliveryPolicy;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.World;
import java.net.URI;
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
        return Map.of(
                CallSession.Step.DIAL.action(), CallSession.step(CallLife::dial),
                CallSession.Step.RING.action(), CallSession.step(CallLife::ring),
                CallSession.Step.ANSWER.action(), CallSession.step(CallLife::answer),
                CallSession.Step.GIVE_UP.action(), CallSession.step(CallLife::giveUp),
                CallSession.Step.DETECT.action(), CallSession.step(CallLife::detect),
                CallSession.Step.HANG_UP.action(), CallSession.step(CallLife::hangUp),
                CallSession.Step.CONTINUE.action(), CallSession.step(TwimlRunner::waitOver),
                CallSession.Step.CHILD_ENDED.action(), CallSession.step(CallsFeature::childEnded),
                CallSession.Step.UNREACHABLE.action(), CallSession.step(TwimlResponses::unreachable));
    }

    private static void childEnded(CallSession session) {
        DialVerb.childEnded(session);
        TwimlRunner.proceed(session);
    }

    @Override
    public Map<String, DeliveryPolicy> deliveryPolicies() {
        return Map.of(
                VoiceRequests.PURPOSE, CallbackPolicy.then(TwimlResponses::completed),
                StatusCallbacks.PURPOSE, CallbackPolicy.ignoringTheResponse());
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
