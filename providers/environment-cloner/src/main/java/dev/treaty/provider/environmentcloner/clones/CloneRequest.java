package dev.treaty.provider.environmentcloner.clones;

import dev.treaty.provider.environmentcloner.backups.BackupKind;
import dev.treaty.provider.environmentcloner.checks.RequestedClone;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request for a clone, not yet checked.
 *
 * @param source the id of an environment
 * @param target the id of another one
 * @param systems e.g. {@code audit}; the tables of those that are not named are empty in the clone
 * @param profile the anonymisation profile's name; empty to copy the rows as they are
 * @param backup how the former database is kept; empty to drop it
 * @param validate whether rows are counted and keys are looked at before the swap; that no original survives is proven in any case
 * @param maxAge how old rows may be, by system, as ISO 8601 has it, e.g. {@code P90D}; under {@link #ALL} for all systems
 */
public record CloneRequest(
        String source,
        String target,
        List<String> systems,
        Optional<String> profile,
        Optional<BackupKind> backup,
        boolean validate,
        Map<String, String> maxAge) {

    /** All systems, in {@link #maxAge}. */
    public static final String ALL = RequestedClone.ALL;

    public CloneRequest {
        systems = List.copyOf(systems);
        maxAge = Map.copyOf(maxAge);
    }

    /** For people: {@code a clone of production into training}. */
    String description() {
        return "a clone of %s into %s".formatted(source, target);
    }

    RequestedClone requested() {
        return new RequestedClone(
                source, target, systems, profile, backup.equals(Optional.of(BackupKind.FILE)), maxAge);
    }
}
