package dev.treaty.consumer.archivist;

import java.time.Duration;

/**
 * A position in a VOD to jump to.
 *
 * @param offset from the beginning of the video; seconds on the wire
 */
public record Chapter(int id, String title, Duration offset) {}
