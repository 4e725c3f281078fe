package dev.treaty.stubs.vendor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.HttpProblem;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.delivery.DeliveryPolicy;
import dev.treaty.stubs.vendor.limit.RateLimit;
import dev.treaty.stubs.vendor.limit.RateLimitStatus;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.request.VendorRequest;
import dev.treaty.stubs.vendor.world.World;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A vendor: tables and transitions on the engine. Has no state itself; all of it is in worlds. */
public interface Vendor {

    /** The provider's name in the contracts, e.g. {@code "stripe"}. */
    String provider();

    /** Where requests lead. Those below {@code /__treaty} control the replay; what they cause is done when they respond. */
    RouteTable<RouteHandler> routes();

    /**
     * The account that a request is for. Requests with the same account share a world; parallel test runs with accounts of their own
     * do not see each other.
     *
     * @param route where it leads; empty for a control request that all vendors share
     * @return any text; may be a credential, because only its digest is kept
     * @throws VendorError if the credentials are missing or wrong
     */
    String account(VendorRequest request, Optional<RouteTable.Match<RouteHandler>> route);

    /**
     * Answers a request, alone in its world. By default, the route's handler does; a vendor may do before and after what all of its
     * routes need, such as idempotency.
     *
     * @throws VendorError if the vendor refuses the request
     */
    default StubResponse answer(Exchange exchange, RouteHandler handler) {
        return handler.handle(exchange);
    }

    /**
     * Admits a control request that all vendors share to its world, before it does anything there. A vendor checks credentials here if
     * only the world knows which are right.
     *
     * @throws VendorError if the credentials are wrong
     */
    default void admit(World world, VendorRequest request) {}

    /** Completes each response, errors included, e.g. with a request id. */
    default StubResponse complete(VendorRequest request, StubResponse response) {
        return response;
    }

    /** What the stub server has to say, in the vendor's own shape. */
    StubResponse error(VendorRequest request, HttpProblem problem);

    /**
     * Answers a request that is beyond the limit that a test has set with {@code POST /__treaty/limit}. By default with 429 and with
     * {@code Retry-After} in whole seconds (RFC 6585, section 4).
     */
    default StubResponse tooManyRequests(VendorRequest request, RateLimitStatus status) {
        var wait = String.valueOf(status.secondsUntilReset());
        return error(request, HttpProblem.tooManyRequests(status.limit(), status.untilReset()))
                .withHeader("Retry-After", wait);
    }

    /**
     * How long everything is refused once there was a request too many, if that is longer than until the next window. Not longer by
     * default.
     */
    default Duration rateLimitPenalty() {
        return Duration.ZERO;
    }

    /** What every response says about the limit, by name; nothing by default. */
    default Map<String, String> rateLimitHeaders(RateLimitStatus status) {
        return Map.of();
    }

    /** The limit that {@link #rateLimitHeaders} tell of while a test has set none; it is never exceeded. None by default. */
    default Optional<RateLimit> usualRateLimit() {
        return Optional.empty();
    }

    /** What is done at a later time, by the name with which it is scheduled. */
    default Map<String, DueAction> dueActions() {
        return Map.of();
    }

    /** How deliveries are made, by their purpose. */
    default Map<String, DeliveryPolicy> deliveryPolicies() {
        return Map.of();
    }

    /**
     * Brings about a provider state that requests cannot bring about.
     *
     * @return values for the state's parameters
     * @throws IllegalArgumentException if the vendor does not know the state
     */
    default Map<String, Object> seed(World world, String state, ObjectNode parameters) {
        throw new IllegalArgumentException(state);
    }
}
