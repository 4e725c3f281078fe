package dev.treaty.stubs.http.faults;

import com.fasterxml.jackson.core.JsonLocation;
import dev.treaty.pacts.errors.TreatyException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.TreeSet;

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
