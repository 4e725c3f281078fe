package dev.treaty.provider.junit.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.provider.ProviderStub;
import dev.treaty.stubs.http.provider.ReplaySettings;
import dev.treaty.stubs.http.response.HttpProblem;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.Vendor;
import dev.treaty.stubs.vendor.VendorError;
import dev.treaty.stubs.vendor.VendorReplay;
import dev.treaty.stubs.vendor.delivery.Deliveries;
import dev.treaty.stubs.vendor.delivery.Delivery;
import dev.treaty.stubs.vendor.delivery.DeliveryPolicy;
import dev.treaty.stubs.vendor.delivery.DeliveryRequest;
import dev.treaty.stubs.vendor.delivery.DeliveryResult;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.request.VendorRequest;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small vendor whose replay has state: parcels are posted, read, and reported by a webhook. */
public final class ParcelVendor implements Vendor, ProviderStub {

    private static final ObjectKind PARCEL = ObjectKind.of("parcel");

    private final int created;
    private List<URI> webhooks = List.of();

    /** @param created the status with which it responds to a new parcel; 201 is right */
    public ParcelVendor(int created) {
        this.created = created;
    }

    @Override
    public String provider() {
        return "parcels";
    }

    @Override
    public Optional<ProviderReplay> open(ReplaySettings settings) {
        webhooks = settings.webhooks().getOrDefault(provider(), List.of());
        return Optional.of(VendorReplay.open(this, settings));
    }

    @Override
    public RouteTable<RouteHandler> routes() {
        return new RouteTable<RouteHandler>().add("POST /parcels", this::post).add("GET /parcels/{id}", this::get);
    }

    @Override
    public String account(VendorRequest request, Optional<RouteTable.Match<RouteHandler>> route) {
        return request.bearerToken()
                .orElseThrow(() -> new VendorError(json(401, Json.object().put("error", "no token"))));
    }

    private StubResponse post(Exchange exchange) {
        var id = "p_" + exchange.world().nextNumber() + "x";
        put(exchange.world(), id, "posted");
        return json(created, Json.object().put("id", id));
    }

    private StubResponse get(Exchange exchange) {
        return exchange.world()
                .objects(PARCEL)
                .find(exchange.parameter("id"))
                .map(parcel -> json(200, parcel))
                .orElseGet(() -> json(404, Json.object().put("error", "no such parcel")));
    }

    private void put(World world, String id, String status) {
        var parcel = Json.object().put("id", id).put("status", status);
        world.objects(PARCEL).put(parcel);
        for (var url : webhooks) {
            Deliveries.of(world)
                    .send(new DeliveryRequest(
                            "event", id, "POST", url, "application/json", parcel.toString(), Json.object()));
        }
    }

    @Override
    public Map<String, Object> seed(World world, String state, ObjectNode parameters) {
        if (!state.equals("a parcel is lost")) {
            throw new IllegalArgumentException(state);
        }
        put(world, parameters.path("id").asText(), "lost");
        return Map.of();
    }

    @Override
    public Map<String, DeliveryPolicy> deliveryPolicies() {
        return Map.of("event", new DeliveryPolicy() {
            @Override
            public Map<String, String> headers(World world, Delivery delivery) {
                return Map.of("Parcel-Signature", "s=" + delivery.id());
            }

            @Override
            public Optional<Duration> retryAfter(Delivery delivery, int attempts, DeliveryResult result) {
                return Optional.empty();
            }
        });
    }

    @Override
    public StubResponse error(VendorRequest request, HttpProblem problem) {
        return json(problem.status(), Json.object().put("error", problem.detail()));
    }

    private static StubResponse json(int status, ObjectNode body) {
        return StubResponse.of(status, Map.of("Content-Type", "application/json"), Json.bytes(body));
    }
}
