/**
 * What the video archive needs from Cablecast (REST API v1), and nothing more: {@link
 * dev.treaty.consumer.archivist.Cablecast} is the entry point.
 *
 * <p>The {@code *PactTest} classes record it into {@code pacts/archivist-cablecast.json}.
 */
@NullMarked
package dev.treaty.consumer.archivist;

import org.jspecify.annotations.NullMarked;
