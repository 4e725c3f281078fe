package dev.treaty.stubs.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.event.ApiVersion;
import dev.treaty.stubs.stripe.event.EventCause;
import dev.treaty.stubs.stripe.feature.ClientAddress;
import dev.treaty.stubs.stripe.feature.Expander;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeEnvironment;
import dev.treaty.stubs.stripe.feature.StripePage;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.request.ApiKey;
import dev.treaty.stubs.stripe.request.Idempotency;
import dev.treaty.stubs.stripe.request.PublishableOperations;
import dev.treaty.stubs.stripe.request.Refusals;
import dev.treaty.stubs.stripe.request.TypedParameters;
import dev.treaty.stubs.stripe.request.UnsimulatedParameters;
import dev.treaty.stubs.stripe.resource.ExpandPaths;
import dev.treaty.stubs.stripe.resource.VisibleFields;
import dev.treaty.stubs.stripe.surface.Operation;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.VendorError;
import dev.treaty.stubs.vendor.request.FormTree;
import dev.treaty.stubs.vendor.request.VendorRequest;
import dev.treaty.stubs.vendor.world.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What happens before and after every operation: versions, keys, parameters, idempotency, expansion. */
final class RequestFrame {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private final StripeEnvironment environment;

    RequestFrame(StripeEnvironment environment) {
        this.environment = environment;
    }

    /** Answers an operation of the API. */
    StubResponse answer(Exchange exchange, StripeRoutes.Answer answer, Operation operation) {
        var requestId = ResponseHeaders.newRequestId();
        try {
            return answer(exchange, answer, operation, requestId).withHeader(ResponseHeaders.REQUEST_ID, requestId);
        } catch (VendorError e) {
            throw e.withHeader(ResponseHeaders.REQUEST_ID, requestId);
        }
    }

    private StubResponse answer(Exchange exchange, StripeRoutes.Answer answer, Operation operation, String requestId) {
        var raw = exchange.request();
        refuseTrailingSlash(raw);
        ApiVersion.check(raw.header(ApiVersion.HEADER));
        var key = ApiKey.of(raw);
        PublishableOperations.check(key, answer.route());
        var form = form(raw);
        var idempotencyKey = idempotencyKey(raw);
        Refusals.check(exchange.world(), raw.path(), idempotencyKey.orElse(""));
        var idempotency = idempotencyKey.map(text -> new Idempotency(exchange.world(), text));
        var replayed = idempotency.flatMap(keys -> keys.replay(raw.path(), form));
        if (replayed.isPresent()) {
            return replayed.get();
        }
        var params = TypedParameters.of(operation, form, key.isPublishable());
        var paths = ExpandPaths.of(params.path("expand"), operation.kind(), operation.isList() || operation.isSearch());
        var request = new StripeRequest(
                answer.route(),
                raw.path(),
                exchange.parameters(),
                params,
                requestId,
                idempotencyKey.orElse(null),
                key.isPublishable());
        var stripe = context(exchange, request);
        return executed(
                exchange, idempotency.orElse(null), form, requestId, () -> respond(answer, stripe, request, paths));
    }

    /** Such a path comes from an empty id, which must not become a list. */
    private static void refuseTrailingSlash(VendorRequest raw) {
        if (raw.path().endsWith("/")) {
            throw StripeError.invalid(
                            404,
                            "Unrecognized request URL (%s: %s). If you are trying to list objects, remove the trailing slash. If you are trying to retrieve an object, make sure you passed a valid (non-empty) identifier in your code. Please see https://stripe.com/docs or we can help at https://support.stripe.com/."
                                    .formatted(raw.method(), raw.path()))
                    .refusal();
        }
    }

    /** Runs an operation, and keeps its response for the next request with the same key, errors included. */
    private static StubResponse executed(
            Exchange exchange,
            @Nullable Idempotency idempotency,
            ObjectNode form,
            String requestId,
            Supplier<StubResponse> execution) {
        if (idempotency == null) {
            return execution.get();
        }
        var path = exchange.request().path();
        try {
            var response = execution.get().withHeader("Original-Request", requestId);
            idempotency.keep(path, form, requestId, response);
            return response;
        } catch (VendorError e) {
            if (e.unknownId().isPresent()) {
                throw e;
            }
            if (!e.keepsChanges()) {
                exchange.world().discard();
            }
            var refused = e.withHeader("Original-Request", requestId).keepingChanges();
            idempotency.keep(path, form, requestId, refused.response());
            throw refused;
        }
    }

    private static StubResponse respond(
            StripeRoutes.Answer answer, StripeContext stripe, StripeRequest request, ExpandPaths paths) {
        var kept = paths.isEmpty() ? answer.kept(stripe, request) : Optional.<byte[]>empty();
        var response = json(kept.orElseGet(() -> made(answer, stripe, request, paths)));
        return answer.simulated() && !UnsimulatedParameters.areIn(request.params())
                ? response
                : response.withHeader(StripeVendor.NOT_COVERED, "behaviour");
    }

    private static byte[] made(
            StripeRoutes.Answer answer, StripeContext stripe, StripeRequest request, ExpandPaths paths) {
        var body = answer.handler().handle(stripe, request);
        if (!paths.isEmpty()) {
            new Expander(stripe).expand(body, paths);
            return Json.bytes(VisibleFields.of(body));
        }
        return answer.keptNow(stripe, body).orElseGet(() -> Json.bytes(VisibleFields.of(body)));
    }

    /** Answers a browser, which has no key. */
    StubResponse show(Exchange exchange, StripePage page) {
        var raw = exchange.request();
        var request = new StripeRequest(
                exchange.route(),
                raw.path(),
                exchange.parameters(),
                form(raw),
                ResponseHeaders.newRequestId(),
                null,
                true);
        return page.handle(context(exchange, request), request);
    }

    private StripeContext context(Exchange exchange, StripeRequest request) {
        var cause = new EventCause(request.requestId(), request.idempotencyKey());
        var stripe = environment
                .context(exchange.world(), cause)
                .reachedAt(new ClientAddress(exchange.request().baseUrl(), exchange.account()));
        if (!exchange.request().method().equals("GET")) { // which has nothing done later
            stripe.keepAddress();
        }
        return stripe;
    }

    private static Optional<String> idempotencyKey(VendorRequest raw) {
        return raw.method().equals("POST")
                ? raw.header(IDEMPOTENCY_KEY).filter(key -> !key.isEmpty())
                : Optional.empty();
    }

    private static ObjectNode form(VendorRequest raw) {
        var type = raw.header("Content-Type").orElse("");
        if (raw.body().length > 0 && type.contains("json")) {
            throw StripeError.invalid(
                            "Invalid request (check that your POST content type is application/x-www-form-urlencoded). If you have any questions, we can help at https://support.stripe.com/.")
                    .refusal();
        }
        var parameters = new LinkedHashMap<>(raw.queryParameters());
        if (!type.startsWith("multipart/")) {
            parameters.putAll(raw.formParameters());
        }
        return FormTree.withoutLists(parameters);
    }

    private static StubResponse json(byte[] body) {
        return StubResponse.of(200, JSON, body);
    }
}
