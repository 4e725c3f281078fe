package dev.treaty.consumer.fleettracking.connection;

/**
 * A place in a list or feed, to go on from there. Samsara accepts that of a feed for 30 days.
 *
 * @param value opaque; to be stored and sent back as it is
 */
public record Cursor(String value) {

    @Override
    public String toString() {
        return value;
    }
}
