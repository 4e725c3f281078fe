/** What all of Mapbox's APIs share: coordinates, parameters, errors in two shapes. */
@NullMarked
package dev.treaty.stubs.mapbox.api;

import org.jspecify.annotations.NullMarked;
