package dev.treaty.provider.workspaceservice;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.treaty.provider.service.Problem;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param limit how many at most, 1 to 100
 * @param after the place of the last one that the caller has; 0 for the beginning
 */
record PageRequest(int limit, long after) {

    private static final int DEFAULT = 20;
    private static final int MOST = 100;
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,2}");
    private static final Pattern PLACE = Pattern.compile("after:([0-9]{1,18})");

    /**
     * Reads a query's parameters.
     *
     * @throws Problem 422 {@code invalid-fields}
     */
    static PageRequest of(@Nullable String limit, @Nullable String cursor) {
        return new PageRequest(
                limit == null
                        ? DEFAULT
                        : limit(limit).orElseThrow(() -> invalid("limit", "must be a number from 1 to " + MOST)),
                cursor == null
                        ? 0
                        : place(cursor)
                                .orElseThrow(() -> invalid("cursor", "must be a nextCursor that a page answered")));
    }

    /** What a caller sends to go on after a place; of no meaning to anybody else. */
    static String cursor(long place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("after:" + place).getBytes(US_ASCII));
    }

    private static Optional<Integer> limit(String text) {
        return Optional.of(text)
                .filter(LIMIT.asMatchPredicate())
                .map(Integer::valueOf)
                .filter(limit -> limit <= MOST);
    }

    private static Optional<Long> place(String cursor) {
        try {
            var place = PLACE.matcher(new String(Base64.getUrlDecoder().decode(cursor), US_ASCII));
            return place.matches() ? Optional.of(Long.valueOf(place.group(1))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Problem invalid(String field, String detail) {
        return RequestBody.invalid(List.of(Map.of("field", field, "detail", detail)));
    }
}
