package dev.treaty.consumer.fleettracking.connection;

/**
 * An API token of an organisation; never shown.
 *
 * @param value e.g. {@code "samsara_api_…"}
 */
public record SamsaraToken(String value) {

    @Override
    public String toString() {
        return "SamsaraToken[not shown]";
    }
}
