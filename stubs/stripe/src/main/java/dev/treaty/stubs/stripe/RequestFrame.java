package dev.treaty.stubs.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.stripe.event.EventLog;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeHandler;
import dev.treaty.stubs.stripe.feature.StripePage;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.resource.Ids;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.request.FormTree;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Map;

/** What happens before and after every operation. */
final class RequestFrame {

    private final StripeRoutes routes;

    RequestFrame(StripeRoutes routes) {
        this.routes = routes;
    }

    StubResponse answer(Exchange exchange, StripeHandler handler) {
        var request = request(exchange);
        return json(handler.handle(context(exchange, request), request));
    }

    StubResponse show(Exchange exchange, StripePage page) {
        var request = request(exchange);
        return page.handle(context(exchange, request), request);
    }

    private StripeContext context(Exchange exchange, StripeRequest request) {
        return StripeContext.of(
                exchange.world(), routes, new EventLog.Cause(request.requestId(), request.idempotencyKey()));
    }

    private static StripeRequest request(Exchange exchange) {
        var raw = exchange.request();
        var params = FormTree.of(raw.queryParameters());
        params.setAll(FormTree.of(raw.formParameters()));
        return new StripeRequest(
                exchange.route(),
                exchange.parameters(),
                params,
                "req_" + Ids.random(14),
                raw.header("Idempotency-Key").orElse(null),
                false);
    }

    private static StubResponse json(ObjectNode body) {
        return StubResponse.of(200, Map.of("Content-Type", "application/json"), Json.bytes(body));
    }
}
