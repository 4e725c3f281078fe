package dev.treaty.stubs.mapbox.road;

import dev.treaty.stubs.mapbox.api.MapboxError;
import java.util.stream.Stream;

/** How somebody travels. */
enum Profile {
    /** With the traffic of the time; here always the same. */
    DRIVING_TRAFFIC("driving-traffic", 32, 10),
    DRIVING("driving", 40, 25),
    WALKING("walking", 5, 25),
    CYCLING("cycling", 16, 25);

    private static final double SECONDS_AN_HOUR = 3_600;

    private final String text;
    private final double kilometersAnHour;
    private final int largestMatrix;

    Profile(String text, double kilometersAnHour, int largestMatrix) {
        this.text = text;
        this.kilometersAnHour = kilometersAnHour;
        this.largestMatrix = largestMatrix;
    }

    /** @throws dev.treaty.stubs.vendor.VendorError 404 if there is no such profile */
    static Profile of(String user, String name) {
        return Stream.of(values())
                .filter(profile -> user.equals("mapbox") && profile.text.equals(name))
                .findFirst()
                .orElseThrow(MapboxError::profileNotFound);
    }

    /** The most coordinates of a matrix. */
    int largestMatrix() {
        return largestMatrix;
    }

    /** Seconds for a way. */
    double duration(double meters) {
        return meters / (kilometersAnHour * 1_000 / SECONDS_AN_HOUR);
    }

    /** What walks, and what drives. */
    String mode() {
        return this == WALKING ? "walking" : this == CYCLING ? "cycling" : "driving";
    }
}
