package dev.treaty.provider.environmentcloner.http;

import dev.treaty.provider.service.problems.PlatformProblems;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the query parameters of lists. */
final class PageParameters {

    private static final int DEFAULT = 20;
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,3}");

    private PageParameters() {}

    /**
     * How many items at most, from 1; 20 if the request does not say.
     *
     * @param most how many a request may ask for
     * @throws dev.treaty.provider.service.problems.Problem 400 {@code invalid-parameter}
     */
    static int limit(Context request, int most) {
        return read(
                        request,
                        "limit",
                        text -> Optional.of(text)
                                .filter(LIMIT.asMatchPredicate())
                                .map(Integer::valueOf)
                                .filter(limit -> limit <= most))
                .orElse(DEFAULT);
    }

    /**
     * The place of the cursor in {@code after}; empty for the beginning.
     *
     * @throws dev.treaty.provider.service.problems.Problem 400 {@code invalid-parameter}
     */
    static OptionalLong after(Context request) {
        var place = read(request, "after", Cursor::place);
        return place.isPresent() ? OptionalLong.of(place.get()) : OptionalLong.empty();
    }

    /**
     * A parameter that may be left out.
     *
     * @param reader gives its value; empty if it is malformed
     * @throws dev.treaty.provider.service.problems.Problem 400 {@code invalid-parameter} that names it
     */
    static <T> Optional<T> read(Context request, String name, Function<String, Optional<T>> reader) {
        return Optional.ofNullable(request.queryParam(name))
                .map(text -> reader.apply(text)
                        .orElseThrow(
                                () -> PlatformProblems.invalidParameter(name).with("instance", request.path())));
    }
}
