package dev.treaty.consumer.fleettracking.route;

import java.time.Instant;

/** A stop of a route that is planned. */
public record NewStop(String name, StopPlace place, Instant scheduledArrival) {}
