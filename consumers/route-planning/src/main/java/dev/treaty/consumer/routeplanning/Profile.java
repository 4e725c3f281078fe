package dev.treaty.consumer.routeplanning;

/**
 * How somebody travels.
 *
 * @param name as Mapbox has it in a path, e.g. {@code "mapbox/driving"}
 */
public record Profile(String name) {

    /** By car, whatever the traffic. */
    public static final Profile DRIVING = new Profile("mapbox/driving");

    /** Refuses what is not a user and a name, because it becomes a part of a path. */
    public Profile {
        if (!name.matches("[A-Za-z0-9_-]+/[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException(
                    "A profile is a user and a name, e.g. mapbox/driving, but it is " + name);
        }
    }

    /** The path of an API with places. */
    String path(String api, String places) {
        return "/%s/%s/%s".formatted(api, name, places);
    }
}
