package dev.treaty.stubs.mapbox.road;

import dev.treaty.stubs.mapbox.api.Coordinate;
import java.util.List;

/**
 * A line as text.
 *
 * @see <a href="https://developers.google.com/maps/documentation/utilities/polylinealgorithm">the algorithm</a>
 */
final class Polyline {

    private static final int CHUNK_BITS = 5;
    private static final int CHUNK = 0x1f;
    private static final int MORE = 0x20;
    private static final int FIRST_CHARACTER = 63;

    private Polyline() {}

    /** @param precision digits after the point: 5, or 6 */
    static String encode(List<Coordinate> line, int precision) {
        var factor = Math.pow(10, precision);
        var text = new StringBuilder();
        var latitude = 0L;
        var longitude = 0L;
        for (var place : line) {
            var nextLatitude = Math.round(place.latitude() * factor);
            var nextLongitude = Math.round(place.longitude() * factor);
            append(nextLatitude - latitude, text);
            append(nextLongitude - longitude, text);
            latitude = nextLatitude;
            longitude = nextLongitude;
        }
        return text.toString();
    }

    private static void append(long difference, StringBuilder text) {
        var rest = difference < 0 ? ~(difference << 1) : difference << 1;
        while (rest >= MORE) {
            text.append((char) ((MORE | (rest & CHUNK)) + FIRST_CHARACTER));
            rest >>= CHUNK_BITS;
        }
        text.append((char) (rest + FIRST_CHARACTER));
    }
}
