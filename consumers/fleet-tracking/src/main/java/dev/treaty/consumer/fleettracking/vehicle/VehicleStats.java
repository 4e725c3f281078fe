package dev.treaty.consumer.fleettracking.vehicle;

import dev.treaty.consumer.fleettracking.connection.Cursor;
import dev.treaty.consumer.fleettracking.connection.FeedPage;
import dev.treaty.consumer.fleettracking.connection.Page;
import dev.treaty.consumer.fleettracking.connection.SamsaraApi;
import dev.treaty.consumer.http.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What vehicles measure: now, since the last call, or in the past. Samsara takes lists with commas, and returns three types a call. */
public final class VehicleStats {

    private static final String PATH = "/fleet/vehicles/stats";

    private final SamsaraApi api;

    public VehicleStats(SamsaraApi api) {
        this.api = api;
    }

    /** The last known positions of some vehicles. */
    public List<VehicleSnapshot> positions(Collection<String> vehicles) {
        return snapshot(List.of(StatType.GPS), vehicles);
    }

    /** The last known states of engines and tanks of some vehicles. */
    public List<VehicleSnapshot> enginesAndFuel(Collection<String> vehicles) {
        return snapshot(List.of(StatType.ENGINE_STATES, StatType.FUEL_PERCENTS), vehicles);
    }

    /**
     * The last known values of some vehicles.
     *
     * @param types one to three
     * @param vehicles their ids; none for all vehicles
     */
    public List<VehicleSnapshot> snapshot(Collection<StatType> types, Collection<String> vehicles) {
        var query = types(types).andList("vehicleIds", vehicles);
        return Page.all(after -> Page.of(api.get(PATH, query.and("after", after)), VehicleSnapshot.class));
    }

    /**
     * What is new of all vehicles since a cursor.
     *
     * @param types one to three, the same in each call
     * @param after empty for the first call, which returns the last known values
     */
    public FeedPage<VehicleUpdate> feed(Collection<StatType> types, Optional<Cursor> after) {
        return FeedPage.of(api.get(PATH + "/feed", types(types).and("after", after)), VehicleUpdate.class);
    }

    /** One page of what vehicles measured from a time to another. */
    public Page<VehicleUpdate> history(Collection<StatType> types, Instant from, Instant to, Optional<Cursor> after) {
        var query = Query.of("startTime", from).and("endTime", to).andList("types", StatType.parameters(types));
        return Page.of(api.get(PATH + "/history", query.and("after", after)), VehicleUpdate.class);
    }

    private static Query types(Collection<StatType> types) {
        return Query.none().andList("types", StatType.parameters(types));
    }
}
