package dev.treaty.consumer.archivist;

import java.time.Instant;

/**
 * A show on air.
 *
 * @param show the id of the show
 * @param start when it begins
 */
public record ScheduleItem(int id, int show, Instant start) {}
