/** Mapbox's replay: any coordinates get a plausible, repeatable route, and any address a place. All of it is made up, and says so. */
@NullMarked
package dev.treaty.stubs.mapbox;

import org.jspecify.annotations.NullMarked;
