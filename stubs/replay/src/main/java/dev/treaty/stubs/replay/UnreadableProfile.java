package dev.treaty.stubs.replay;

import com.fasterxml.jackson.core.JsonLocation;
import java.nio.file.Path;

/** A profile of {@link Chaos} that is missing or wrong. */
public final class UnreadableProfile extends ReplayException {

    UnreadableProfile(Path path, String reason, JsonLocation at) {
        super(
                "The chaos profile cannot be read: %s."
                        .formatted(reason.lines().findFirst().orElse("")),
                at.getLineNr() > 0
                        ? "%s, line %d, column %d".formatted(path, at.getLineNr(), at.getColumnNr())
                        : path.toString(),
                "correct it there; a rule has a rate, and delay, status or fault");
    }
}
