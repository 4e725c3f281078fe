/**
 * What the tracking of a fleet needs from Samsara: where vehicles are, who drives, and how far routes are.
 * {@link dev.treaty.consumer.fleettracking.Samsara} is the entry point, and
 * {@link dev.treaty.consumer.fleettracking.event.FleetEvents} reads its webhooks.
 *
 * <p>The tests record it into {@code pacts/fleet-tracking-samsara.json}.
 */
@NullMarked
package dev.treaty.consumer.fleettracking;

import org.jspecify.annotations.NullMarked;
