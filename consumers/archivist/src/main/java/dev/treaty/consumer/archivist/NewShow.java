package dev.treaty.consumer.archivist;

/**
 * A show that Cablecast does not have yet.
 *
 * @param title for the station and for the audience
 * @param comments for the station
 * @param location the id of the station's site that the show belongs to
 */
public record NewShow(String title, String comments, int location) {}
