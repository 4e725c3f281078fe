package dev.treaty.stubs.http.faults;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.treaty.pacts.errors.TreatyException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A chaos profile that is missing or invalid. */
final class InvalidChaosProfile extends TreatyException {

    InvalidChaosProfile(Path path, String reason, JsonLocation at) {
        this(
                "The chaos profile cannot be read: %s."
                        .formatted(reason.lines().findFirst().orElse("")),
                at.getLineNr() > 0
                        ? "%s, line %d, column %d".formatted(path, at.getLineNr(), at.getColumnNr())
                        : path.toString(),
                "correct it there; a rule has a rate, and a delay, a status or a fault");
    }

    /** What Jackson found, in the words of the file instead of Java's. */
    static InvalidChaosProfile of(Path path, JsonProcessingException failure) {
        return new InvalidChaosProfile(path, reason(failure), failure.getLocation());
    }

    private static String reason(JsonProcessingException failure) {
        if (failure.getCause() instanceof IllegalArgumentException wrong) {
            return String.valueOf(wrong.getMessage());
        }
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return "nobody reads \"%s\"".formatted(unknown.getPropertyName());
        }
        if (!(failure instanceof MismatchedInputException mismatch)) {
            return failure.getOriginalMessage();
        }
        if (mismatch.getOriginalMessage().startsWith("Trailing token")) {
            return "it has more than one document";
        }
        if (mismatch.getOriginalMessage().startsWith("Missing required creator property")) {
            return "a rule needs a rate";
        }
        var place = mismatch.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining(" "));
        return "%s must be %s".formatted(place.isEmpty() ? "the file" : place, wanted(mismatch.getTargetType()));
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == double.class) {
            return "a number";
        }
        if (type == long.class) {
            return "a whole number";
        }
        if (type == String.class) {
            return "text";
        }
        return type != null && Collection.class.isAssignableFrom(type) ? "a list" : "an object with members";
    }

    private InvalidChaosProfile(String what, String where, String fix) {
        super(what, where, fix);
    }

    /** @param rule its number, from 1 */
    static InvalidChaosProfile unknownProvider(Path path, int rule, String provider, Collection<String> known) {
        return new InvalidChaosProfile(
                "The chaos profile has a rule for \"%s\", and no contract has this provider.".formatted(provider),
                "%s, rule %d".formatted(path, rule),
                known.isEmpty()
                        ? "leave the provider out, for a rule that applies to all"
                        : "name one of " + String.join(", ", new TreeSet<>(known)));
    }
}
