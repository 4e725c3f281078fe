/**
 * What the planning of collection routes needs from Mapbox: where stops are, how long it takes between them, their best order, and the way
 * for the driver.
 *
 * <p>Its tests record the contract {@code pacts/route-planning-mapbox.json}.
 */
@NullMarked
package dev.treaty.consumer.routeplanning;

import org.jspecify.annotations.NullMarked;
