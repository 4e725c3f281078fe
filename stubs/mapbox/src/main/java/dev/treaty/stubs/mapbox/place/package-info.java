/** Geocoding: the places of a world, and addresses that are made up. */
@NullMarked
package dev.treaty.stubs.mapbox.place;

import org.jspecify.annotations.NullMarked;
