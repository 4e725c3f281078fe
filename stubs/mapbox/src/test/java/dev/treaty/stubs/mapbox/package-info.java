/** Mapbox's replay as clients see it. */
@NullMarked
package dev.treaty.stubs.mapbox;

import org.jspecify.annotations.NullMarked;
