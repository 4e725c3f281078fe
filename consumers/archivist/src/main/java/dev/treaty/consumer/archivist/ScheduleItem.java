package dev.treaty.consumer.archivist;

import java.time.Instant;

/**
 * A scheduled broadcast of a show.
 *
 * @param show the id of the show
 * @param start when it starts
 */
public record ScheduleItem(int id, int show, Instant start) {}
