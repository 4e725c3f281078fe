/** MISP: events with attributes, sightings and warning lists. */
@NullMarked
package dev.treaty.stubs.threatsources.misp;

import org.jspecify.annotations.NullMarked;
