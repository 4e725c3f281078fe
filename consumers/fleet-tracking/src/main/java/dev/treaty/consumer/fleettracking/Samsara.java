package dev.treaty.consumer.fleettracking;

import dev.treaty.consumer.fleettracking.connection.SamsaraApi;
import dev.treaty.consumer.fleettracking.connection.SamsaraException;
import dev.treaty.consumer.fleettracking.connection.SamsaraToken;
import dev.treaty.consumer.fleettracking.driver.Drivers;
import dev.treaty.consumer.fleettracking.route.Routes;
import dev.treaty.consumer.fleettracking.vehicle.VehicleStats;
import dev.treaty.consumer.fleettracking.vehicle.Vehicles;
import dev.treaty.consumer.http.HttpApiException;
import dev.treaty.consumer.http.Timeouts;
import dev.treaty.pacts.errors.ErrorMessage;
import java.net.URI;
import java.time.Clock;
import java.util.regex.Pattern;

/**
 * An organisation's fleet with Samsara, by subject. Every call is sent once. It throws a {@link SamsaraException} if Samsara refuses it,
 * and an {@link HttpApiException} if there is no reply or it cannot be read. Safe to share between threads.
 */
public final class Samsara {

    /** Where organisations outside the European Union are. */
    public static final URI WORLD = URI.create("https://api.samsara.com");

    /** Where organisations in the European Union are. */
    public static final URI EUROPE = URI.create("https://api.eu.samsara.com");

    private static final Pattern LEGACY = Pattern.compile("/v1/?$");

    private final Vehicles vehicles;
    private final VehicleStats stats;
    private final Drivers drivers;
    private final Routes routes;

    /**
     * A client of one organisation; it connects on the first call.
     *
     * @param address {@link #WORLD} or {@link #EUROPE}, without a version: {@code /v1} is the legacy API
     * @param token its scopes decide what it may do
     * @param clock to which the pauses that Samsara asks for are added
     * @throws IllegalArgumentException if the address cannot be called, or is that of the legacy API
     */
    public Samsara(URI address, SamsaraToken token, Timeouts timeouts, Clock clock) {
        var api = new SamsaraApi(address, token, timeouts, clock);
        // Only now: an address with a password in it was refused without being shown.
        refuseLegacy(address);
        this.vehicles = new Vehicles(api);
        this.stats = new VehicleStats(api);
        this.drivers = new Drivers(api);
        this.routes = new Routes(api);
    }

    private static void refuseLegacy(URI address) {
        if (LEGACY.matcher(address.toString()).find()) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "Samsara's address is that of its legacy API, which has other paths.",
                            address.toString(),
                            "leave out /v1")
                    .toString());
        }
    }

    /** The vehicles. */
    public Vehicles vehicles() {
        return vehicles;
    }

    /** Where the vehicles are, and how they are. */
    public VehicleStats stats() {
        return stats;
    }

    /** The drivers. */
    public Drivers drivers() {
        return drivers;
    }

    /** The routes, and how far they are. */
    public Routes routes() {
        return routes;
    }
}
