package dev.treaty.consumer.fleettracking.vehicle;

import dev.treaty.consumer.fleettracking.connection.Cursor;
import dev.treaty.consumer.fleettracking.connection.ExternalId;
import dev.treaty.consumer.fleettracking.connection.Page;
import dev.treaty.consumer.fleettracking.connection.SamsaraApi;
import dev.treaty.consumer.fleettracking.connection.SamsaraException;
import dev.treaty.consumer.http.PercentEncoding;
import dev.treaty.consumer.http.Query;
import java.util.List;
import java.util.Optional;

/** The vehicles of the organisation. */
public final class Vehicles {

    /** How many Samsara returns at once, at most. */
    public static final int LARGEST_PAGE = 512;

    private static final String PATH = "/fleet/vehicles";

    private final SamsaraApi api;

    public Vehicles(SamsaraApi api) {
        this.api = api;
    }

    /**
     * Lists the vehicles, one page at a time.
     *
     * @param size from 1 to {@link #LARGEST_PAGE}
     * @param after where the page starts; empty for the first
     */
    public Page<Vehicle> page(int size, Optional<Cursor> after) {
        return Page.of(api.get(PATH, Query.of("limit", size).and("after", after)), Vehicle.class);
    }

    /** Lists all vehicles. */
    public List<Vehicle> all() {
        return Page.all(after -> page(LARGEST_PAGE, after));
    }

    /**
     * Reads one vehicle.
     *
     * @throws SamsaraException.NotFound if there is none
     */
    public Vehicle find(String id) {
        return read(PercentEncoding.encode(id));
    }

    /**
     * Reads the vehicle that another system knows by this id.
     *
     * @throws SamsaraException.NotFound if there is none
     */
    public Vehicle find(ExternalId id) {
        return read(id.segment());
    }

    private Vehicle read(String segment) {
        return api.get(PATH + "/" + segment, Query.none()).read("data", Vehicle.class);
    }
}
