/**
 * Cablecast's replay. What is the same for all resources is in {@link dev.treaty.stubs.cablecast.resource}, a table of types; transcoding,
 * uploads and the schedule are what has rules of its own.
 */
@NullMarked
package dev.treaty.stubs.cablecast;

import org.jspecify.annotations.NullMarked;
