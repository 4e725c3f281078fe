package dev.treaty.stubs.twilio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.HttpProblem;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.twilio.account.Accounts;
import dev.treaty.stubs.twilio.account.Refusals;
import dev.treaty.stubs.twilio.api.AccountCredentials;
import dev.treaty.stubs.twilio.api.Sid;
import dev.treaty.stubs.twilio.api.TwilioError;
import dev.treaty.stubs.twilio.api.TwilioFeature;
import dev.treaty.stubs.twilio.application.Applications;
import dev.treaty.stubs.twilio.call.CallsFeature;
import dev.treaty.stubs.twilio.conference.ConferencesFeature;
import dev.treaty.stubs.twilio.message.InboundMessages;
import dev.treaty.stubs.twilio.message.MessageMedia;
import dev.treaty.stubs.twilio.message.MessageResources;
import dev.treaty.stubs.twilio.messaging.MessagingServices;
import dev.treaty.stubs.twilio.number.AvailableNumbers;
import dev.treaty.stubs.twilio.number.CallerIds;
import dev.treaty.stubs.twilio.number.IncomingNumbers;
import dev.treaty.stubs.twilio.number.Lookups;
import dev.treaty.stubs.twilio.queue.QueuesFeature;
import dev.treaty.stubs.twilio.recording.RecordingsFeature;
import dev.treaty.stubs.twilio.usage.UsageRecords;
import dev.treaty.stubs.twilio.verify.Verifications;
import dev.treaty.stubs.twilio.verify.VerifyServices;
import dev.treaty.stubs.vendor.DueAction;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.Vendor;
import dev.treaty.stubs.vendor.delivery.DeliveryPolicy;
import dev.treaty.stubs.vendor.limit.RateLimitStatus;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.request.VendorRequest;
import dev.treaty.stubs.vendor.world.World;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Twilio, made of its features. */
final class TwilioVendor implements Vendor {

    private static final int NOT_FOUND = 404;
    private static final int FIRST_CODE = 20_000;

    /** Where the code is not 20,000 and the status. */
    private static final Map<Integer, TwilioError> BY_STATUS = Map.of(
            400, TwilioError.INVALID_PARAMETER, 401, TwilioError.AUTHENTICATE, 429, TwilioError.TOO_MANY_REQUESTS);

    private final List<TwilioFeature> features;
    private final RouteTable<RouteHandler> routes = new RouteTable<>();
    private final Map<String, DueAction> dueActions = new HashMap<>();
    private final Map<String, DeliveryPolicy> policies = new HashMap<>();

    TwilioVendor(List<TwilioFeature> features) {
        this.features = List.copyOf(features);
        for (var feature : features) {
            feature.addRoutes(routes);
            dueActions.putAll(feature.dueActions());
            policies.putAll(feature.deliveryPolicies());
        }
    }

    /**
     * All that the replay covers.
     *
     * @param webhook where messages and calls from people go whose number says nothing else
     */
    static TwilioVendor complete(Optional<URI> webhook) {
        return new TwilioVendor(List.of(
                new Accounts(),
                new Refusals(),
                new Applications(),
                new IncomingNumbers(),
                new AvailableNumbers(),
                new Lookups(),
                new VerifyServices(),
                new Verifications(),
                new MessagingServices(),
                new MessageResources(webhook),
                new MessageMedia(),
                new InboundMessages(webhook),
                new CallsFeature(webhook),
                new CallerIds(),
                new UsageRecords(),
                new ConferencesFeature(),
                new QueuesFeature(),
                new RecordingsFeature()));
    }

    @Override
    public String provider() {
        return "twilio";
    }

    @Override
    public RouteTable<RouteHandler> routes() {
        return routes;
    }

    @Override
    public String account(VendorRequest request, Optional<RouteTable.Match<RouteHandler>> route) {
        return AccountCredentials.account(request, route);
    }

    @Override
    public StubResponse answer(Exchange exchange, RouteHandler handler) {
        AccountCredentials.check(exchange);
        Refusals.check(exchange);
        return handler.handle(exchange);
    }

    @Override
    public void admit(World world, VendorRequest request) {
        AccountCredentials.check(world, request, Map.of());
    }

    @Override
    public StubResponse tooManyRequests(VendorRequest request, RateLimitStatus status) {
        return TwilioError.TOO_MANY_REQUESTS
                .response()
                .withHeader("Retry-After", String.valueOf(status.secondsUntilReset()));
    }

    @Override
    public StubResponse complete(VendorRequest request, StubResponse response) {
        return response.withHeader("Twilio-Request-Id", Sid.random("RQ")).withHeader("Twilio-Concurrent-Requests", "1");
    }

    @Override
    public StubResponse error(VendorRequest request, HttpProblem problem) {
        var status = problem.status();
        if (status == NOT_FOUND && !routes.methods(request.path()).isEmpty()) {
            return TwilioError.METHOD_NOT_ALLOWED.response();
        }
        var known = BY_STATUS.get(status);
        return TwilioError.response(known == null ? FIRST_CODE + status : known.code(), status, problem.detail());
    }

    @Override
    public Map<String, DueAction> dueActions() {
        return dueActions;
    }

    @Override
    public Map<String, DeliveryPolicy> deliveryPolicies() {
        return policies;
    }

    @Override
    public Map<String, Object> seed(World world, String state, ObjectNode parameters) {
        return features.stream()
                .flatMap(feature -> feature.seed(world, state, parameters).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(state));
    }
}
