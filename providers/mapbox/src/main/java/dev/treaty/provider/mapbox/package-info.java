/** Verifies that Mapbox, or its replay, keeps its contracts. */
@NullMarked
package dev.treaty.provider.mapbox;

import org.jspecify.annotations.NullMarked;
