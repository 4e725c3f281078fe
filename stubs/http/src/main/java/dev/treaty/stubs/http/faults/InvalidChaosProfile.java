package dev.treaty.stubs.http.faults;

import com.fasterxml.jackson.core.JsonLocation;
import dev.treaty.pacts.errors.TreatyException;
import java.nio.file.Path;

/** A chaos profile that is missing or invalid. */
final class InvalidChaosProfile extends TreatyException {

    InvalidChaosProfile(Path path, String reason, JsonLocation at) {
        super(
                "The chaos profile cannot be read: %s."
                        .formatted(reason.lines().findFirst().orElse("")),
                at.getLineNr() > 0
                        ? "%s, line %d, column %d".formatted(path, at.getLineNr(), at.getColumnNr())
                        : path.toString(),
                "correct it there; a rule has a rate, and a delay, a status or a fault");
    }
}
