/** Directions, matrix and optimized trips, by arithmetic. */
@NullMarked
package dev.treaty.stubs.mapbox.road;

import org.jspecify.annotations.NullMarked;
