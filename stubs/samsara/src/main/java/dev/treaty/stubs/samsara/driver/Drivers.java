package dev.treaty.stubs.samsara.driver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.samsara.api.Answers;
import dev.treaty.stubs.samsara.api.Body;
import dev.treaty.stubs.samsara.api.Query;
import dev.treaty.stubs.samsara.api.SamsaraError;
import dev.treaty.stubs.samsara.api.SamsaraFeature;
import dev.treaty.stubs.samsara.api.SamsaraObjects;
import dev.treaty.stubs.samsara.webhook.Events;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The drivers. Their passwords are required, and never shown or kept. */
public final class Drivers implements SamsaraFeature {

    private static final ObjectKind KIND = ObjectKind.of("driver");
    private static final String PATH = "/fleet/drivers";
    private static final String STATUS = "driverActivationStatus";
    private static final String ACTIVE = "active";
    private static final List<String> STATUSES = List.of(ACTIVE, "deactivated");

    private final Events events;

    /** @param events tells of them */
    public Drivers(Events events) {
        this.events = events;
    }

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add("GET " + PATH, Drivers::list);
        routes.add("POST " + PATH, this::add);
        routes.add("GET " + PATH + "/{id}", exchange -> Answers.data(get(exchange)));
        routes.add("PATCH " + PATH + "/{id}", this::change);
    }

    /** The drivers of an account. */
    public static SamsaraObjects of(World world) {
        return new SamsaraObjects(world, KIND);
    }

    /** What requests and events say of a driver whom they only mention. */
    public static ObjectNode reference(ObjectNode driver) {
        var reference = Json.object();
        reference.set("id", driver.get("id"));
        reference.set("name", driver.get("name"));
        return reference;
    }

    /** Creates a driver who is active. */
    public static ObjectNode create(World world, String id, String name, String username) {
        var driver = Json.object()
                .put("id", id)
                .put("name", name)
                .put("username", username)
                .put(STATUS, ACTIVE)
                .put("isDeactivated", false)
                .put("timezone", "America/Los_Angeles")
                .put("createdAtTime", world.now().toString())
                .put("updatedAtTime", world.now().toString());
        driver.putObject("externalIds");
        driver.putArray("tags");
        return of(world).put(driver);
    }

    /** Sets whether a driver is active. */
    public static void setStatus(World world, ObjectNode driver, String status) {
        driver.put(STATUS, status).put("isDeactivated", !status.equals(ACTIVE));
        of(world).put(driver);
    }

    private static ObjectNode get(Exchange exchange) {
        return of(exchange.world()).get(exchange.parameter("id"));
    }

    private static StubResponse list(Exchange exchange) {
        var status = new Query(exchange.request()).text(STATUS).orElse(ACTIVE);
        requireStatus(status);
        var drivers = of(exchange.world());
        return drivers.page(
                exchange,
                drivers.all()
                        .filter(driver -> driver.path(STATUS).asText().equals(status))
                        .toList());
    }

    private StubResponse add(Exchange exchange) {
        var world = exchange.world();
        var body = Body.of(exchange.request());
        body.text("password");
        var name = body.text("name");
        var username = body.text("username");
        requireFree(world, username, Optional.empty());
        var driver = create(world, SamsaraObjects.newId(world), name, username);
        apply(world, driver, body);
        events.send(world, "DriverCreated", Events.about("driver", Answers.visible(driver)));
        return Answers.data(driver);
    }

    private StubResponse change(Exchange exchange) {
        var world = exchange.world();
        var body = Body.of(exchange.request());
        var driver = get(exchange);
        body.optionalText("username").ifPresent(username -> requireFree(world, username, Optional.of(driver)));
        body.copyTo(driver, "name", "username");
        apply(world, driver, body);
        events.send(world, "DriverUpdated", Events.about("driver", Answers.visible(driver)));
        return Answers.data(driver);
    }

    private static void apply(World world, ObjectNode driver, Body body) {
        body.copyTo(driver, "phone", "notes", "licenseNumber", "licenseState", "timezone");
        of(world).setExternalIds(driver, body);
        driver.put("updatedAtTime", world.now().toString());
        body.optionalText(STATUS).ifPresent(Drivers::requireStatus);
        setStatus(
                world,
                driver,
                body.optionalText(STATUS).orElse(driver.path(STATUS).asText()));
    }

    private static void requireStatus(String status) {
        if (!STATUSES.contains(status)) {
            throw SamsaraError.badRequest("Invalid value for %s: must be one of %s."
                    .formatted(STATUS, String.join(", ", STATUSES).toLowerCase(Locale.ROOT)));
        }
    }

    private static void requireFree(World world, String username, Optional<ObjectNode> own) {
        if (username.contains("@") || username.contains(" ")) {
            throw SamsaraError.badRequest("Invalid value for field username: must not contain spaces or '@'.");
        }
        var id = own.map(driver -> driver.path("id").asText()).orElse("");
        var isTaken = of(world)
                .all()
                .anyMatch(driver -> driver.path("username").asText().equals(username)
                        && !driver.path("id").asText().equals(id));
        if (isTaken) {
            throw SamsaraError.badRequest("The username %s is taken.".formatted(username));
        }
    }
}
