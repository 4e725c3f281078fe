package dev.treaty.provider.environmentcloner.states;

import dev.treaty.provider.service.problems.PlatformProblems;
import dev.treaty.provider.service.problems.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters of a provider state in a contract. */
record StateParameters(String state, Map<String, @Nullable Object> values) {

    /**
     * A string.
     *
     * @throws Problem 422 {@code invalid-state}
     */
    String text(String name) {
        return String.valueOf(given(name));
    }

    /** A string that the state may leave out. */
    Optional<String> optional(String name) {
        return Optional.ofNullable(values.get(name)).map(String::valueOf);
    }

    /**
     * A list of strings.
     *
     * @throws Problem 422 {@code invalid-state}
     */
    List<String> texts(String name) {
        return given(name) instanceof Collection<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of(text(name));
    }

    /** The error about a value that cannot be brought about. */
    Problem wrong(String name) {
        return PlatformProblems.invalidState(
                "The state \"%s\" cannot have %s \"%s\"".formatted(state, name, text(name)));
    }

    private Object given(String name) {
        var value = values.get(name);
        if (value == null) {
            throw PlatformProblems.invalidState("The state \"%s\" needs \"%s\"".formatted(state, name));
        }
        return value;
    }
}
