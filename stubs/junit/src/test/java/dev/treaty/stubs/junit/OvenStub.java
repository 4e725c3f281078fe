package dev.treaty.stubs.junit;

import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.provider.ProviderStub;
import dev.treaty.stubs.http.provider.ReplayAccount;
import dev.treaty.stubs.http.provider.ReplaySettings;
import dev.treaty.stubs.http.response.HttpProblem;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.DueAction;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An oven that bakes a loaf for an hour, and then tells the one who put it in. */
public final class OvenStub implements ProviderStub, Vendor {

    private static final ObjectKind LOAVES = ObjectKind.of("loaf");

    @Override
    public String provider() {
        return "oven";
    }

    @Override
    public Optional<ProviderReplay> open(ReplaySettings settings) {
        return Optional.of(VendorReplay.open(this, settings));
    }

    @Override
    public Optional<ReplayAccount> newAccount() {
        return Optional.of(ReplayAccount.ofPassword("baker", UUID.randomUUID().toString()));
    }

    @Override
    public RouteTable<RouteHandler> routes() {
        return new RouteTable<RouteHandler>().add("POST /loaves", OvenStub::bake);
    }

    @Override
    public String account(VendorRequest request, Optional<RouteTable.Match<RouteHandler>> route) {
        return request.basicCredentials()
                .map(VendorRequest.BasicCredentials::password)
                .orElseThrow(() -> new VendorError(StubResponse.ofText(401, "text/plain", "Who are you?")));
    }

    private static StubResponse bake(Exchange exchange) {
        var world = exchange.world();
        world.objects(LOAVES).put(Json.object().put("id", "loaf_" + world.nextNumber()));
        world.due()
                .schedule(
                        world.now().plus(Duration.ofHours(1)),
                        "tell",
                        Json.object().put("url", exchange.request().text()));
        return StubResponse.ofText(201, "text/plain", "in the oven");
    }

    @Override
    public Map<String, DueAction> dueActions() {
        return Map.of(
                "tell",
                (world, data) -> Deliveries.of(world)
                        .send(new DeliveryRequest(
                                "done",
                                "loaves",
                                "POST",
                                URI.create(data.path("url").asText()),
                                "text/plain",
                                "done",
                                Json.object())));
    }

    @Override
    public Map<String, DeliveryPolicy> deliveryPolicies() {
        return Map.of("done", new DeliveryPolicy() {
            @Override
            public Map<String, String> headers(World world, Delivery delivery) {
                return Map.of();
            }

            @Override
            public Optional<Duration> retryAfter(Delivery delivery, int attempts, DeliveryResult result) {
                return attempts < 2 ? Optional.of(Duration.ofMinutes(1)) : Optional.empty();
            }
        });
    }

    @Override
    public StubResponse error(VendorRequest request, HttpProblem problem) {
        return StubResponse.ofText(problem.status(), "text/plain", problem.detail());
    }
}
