/** The webhooks that Samsara sends: {@link dev.treaty.consumer.fleettracking.event.FleetEvents} reads them and trusts only those that it signed. */
@NullMarked
package dev.treaty.consumer.fleettracking.event;

import org.jspecify.annotations.NullMarked;
