package dev.treaty.provider.workspaceservice.workspaces;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.treaty.provider.service.problems.PlatformProblems;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a list that a request asks for.
 *
 * @param limit the number of items at most, 1 to 100
 * @param after the position of the last item the caller has; 0 for the beginning
 */
public record PageRequest(int limit, long after) {

    private static final int DEFAULT = 20;
    private static final int MOST = 100;
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,2}");
    private static final Pattern PLACE = Pattern.compile("after:([0-9]{1,18})");

    /**
     * Reads the query parameters.
     *
     * @throws dev.treaty.provider.service.problems.Problem 400 {@code invalid-parameter}
     */
    public static PageRequest of(@Nullable String limit, @Nullable String cursor) {
        return new PageRequest(
                limit == null ? DEFAULT : limit(limit).orElseThrow(() -> PlatformProblems.invalidParameter("limit")),
                cursor == null ? 0 : place(cursor).orElseThrow(() -> PlatformProblems.invalidParameter("cursor")));
    }

    /** The cursor for the page after a position; opaque to callers. */
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
}
