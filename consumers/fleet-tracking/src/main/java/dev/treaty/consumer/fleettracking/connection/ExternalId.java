package dev.treaty.consumer.fleettracking.connection;

import dev.treaty.consumer.http.PercentEncoding;
import java.util.regex.Pattern;

/**
 * How an object is called in another system. Wherever a path has an id, it may have this instead: {@code fleetNumber:R-17}.
 *
 * @param key which system, in letters and digits, e.g. {@code "fleetNumber"}
 * @param value unique within the key, e.g. {@code "R-17"}
 */
public record ExternalId(String key, String value) {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9]+");

    /** Refuses a key that a path could not be read with, and an empty value. */
    public ExternalId {
        if (!KEY.matcher(key).matches() || value.isEmpty()) {
            throw new IllegalArgumentException(
                    "An external ID has a key of letters and digits and a value, unlike \"%s:%s\""
                            .formatted(key, value));
        }
    }

    /** As a segment of a path. */
    public String segment() {
        return key + ":" + PercentEncoding.encode(value);
    }
}
