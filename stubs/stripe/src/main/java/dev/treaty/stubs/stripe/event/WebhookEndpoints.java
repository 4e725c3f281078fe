package dev.treaty.stubs.stripe.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.resource.ResourceKinds;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where an account's events are sent: the endpoints that it registered, and those that the server was started with. */
public final class WebhookEndpoints {

    /** Signs what is sent to the endpoints that the server was started with. */
    public static final String CONFIGURED_SECRET = "whsec_treaty_stub";

    /** The field of a registered endpoint with its secret, which is shown only once. */
    public static final String SECRET = "_secret";

    private static final String CONFIGURED = "we_configured_";
    private static final String KIND = "webhook_endpoint";

    private final World world;
    private final List<URI> configured;

    /** @param configured what the server was started with */
    public WebhookEndpoints(World world, List<URI> configured) {
        this.world = world;
        this.configured = configured;
    }

    /** Those that want events of a type. */
    List<ObjectNode> interestedIn(String type) {
        var interested = new ArrayList<ObjectNode>();
        for (var i = 0; i < configured.size(); i++) {
            interested.add(Json.object()
                    .put("id", CONFIGURED + i)
                    .put("url", configured.get(i).toString()));
        }
        registered()
                .filter(endpoint -> endpoint.path("status").asText().equals("enabled"))
                .filter(endpoint -> wants(endpoint, type))
                .forEach(interested::add);
        return interested;
    }

    /** Most accounts have none, and finding that out must not cost a search for each event. */
    private Stream<ObjectNode> registered() {
        var endpoints = world.objects(ResourceKinds.of(KIND).stored());
        return endpoints.count() == 0 ? Stream.of() : endpoints.oldestFirst();
    }

    private static boolean wants(ObjectNode endpoint, String type) {
        for (var wanted : endpoint.path("enabled_events")) {
            if (wanted.asText().equals("*") || wanted.asText().equals(type)) {
                return true;
            }
        }
        return false;
    }

    /** The secret of an endpoint; empty if the endpoint is gone. */
    static Optional<String> secret(World world, String endpoint) {
        return endpoint.startsWith(CONFIGURED)
                ? Optional.of(CONFIGURED_SECRET)
                : world.objects(ResourceKinds.of(KIND).stored())
                        .find(endpoint)
                        .map(found -> found.path(SECRET).asText());
    }
}
