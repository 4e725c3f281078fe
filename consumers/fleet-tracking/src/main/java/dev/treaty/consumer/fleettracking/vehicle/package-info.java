/** The vehicles, where they are, and how they are. */
@NullMarked
package dev.treaty.consumer.fleettracking.vehicle;

import org.jspecify.annotations.NullMarked;
