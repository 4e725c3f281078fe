package dev.treaty.stubs.samsara;

import dev.treaty.stubs.samsara.address.Addresses;
import dev.treaty.stubs.samsara.api.SamsaraObjects;
import dev.treaty.stubs.samsara.driver.Drivers;
import dev.treaty.stubs.samsara.vehicle.GeoPoint;
import dev.treaty.stubs.samsara.vehicle.Vehicles;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;

/** What an organisation has when nobody has changed anything yet: a depot with three trucks, and two drivers. */
final class Fleet {

    static final GeoPoint DEPOT = new GeoPoint(37.7749, -122.4194);

    private static final String OPEN = "open";
    private static final int TRUCKS = 3;
    private static final int DEPOT_RADIUS_METERS = 150;

    private Fleet() {}

    /** Gives a new organisation its fleet. */
    static void open(World world) {
        if (world.value(OPEN).isPresent()) {
            return;
        }
        world.setValue(OPEN, Json.object());
        Addresses.create(world, SamsaraObjects.newId(world), "Depot", DEPOT, DEPOT_RADIUS_METERS);
        for (var i = 1; i <= TRUCKS; i++) {
            Vehicles.create(world, SamsaraObjects.newId(world), "Truck " + i, DEPOT, world.now());
        }
        Drivers.create(world, SamsaraObjects.newId(world), "Ada Lane", "ada");
        Drivers.create(world, SamsaraObjects.newId(world), "Sam Street", "sam");
    }
}
