package dev.treaty.consumer.archivist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/**
 * A part of a show, on a medium.
 *
 * @param number its place in the show, from 1
 * @param media the id of the tape or file it is on
 * @param length how long it plays; seconds on the wire
 */
public record Reel(int id, @JsonProperty("reelNumber") int number, int media, Duration length) {}
