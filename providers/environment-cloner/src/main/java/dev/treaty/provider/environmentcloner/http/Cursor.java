package dev.treaty.provider.environmentcloner.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where the next page of a list begins. Opaque to callers, so that it can change. */
public final class Cursor {

    private static final Pattern PLACE = Pattern.compile("after:([0-9]{1,18})");

    private Cursor() {}

    /** For the page after a place. */
    public static String after(long place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("after:" + place).getBytes(US_ASCII));
    }

    /** The place; empty if it is not a cursor that was given out. */
    static Optional<Long> place(String cursor) {
        try {
            var place = PLACE.matcher(new String(Base64.getUrlDecoder().decode(cursor), US_ASCII));
            return place.matches() ? Optional.of(Long.valueOf(place.group(1))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
