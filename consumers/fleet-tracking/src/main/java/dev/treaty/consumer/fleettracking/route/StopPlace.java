package dev.treaty.consumer.fleettracking.route;

/** Where a stop is: exactly one of the two. */
public sealed interface StopPlace {

    /** An address that Samsara knows, with its geofence. */
    record KnownAddress(String addressId) implements StopPlace {}

    /**
     * A place for this route only.
     *
     * @param address for people
     * @param latitude in degrees
     * @param longitude in degrees
     */
    record SingleUse(String address, double latitude, double longitude) implements StopPlace {}
}
