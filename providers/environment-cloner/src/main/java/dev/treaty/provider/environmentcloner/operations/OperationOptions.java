package dev.treaty.provider.environmentcloner.operations;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an operation is done.
 *
 * @param systems whose tables are cloned
 * @param profile the anonymisation profile's name; empty to copy the rows as they are
 * @param backup {@code database} or {@code file}; empty if the former database is dropped
 * @param validate whether rows are counted and keys are looked at before the swap
 * @param maxAge how old rows may be, by system, as ISO 8601 has it
 */
public record OperationOptions(
        List<String> systems,
        Optional<String> profile,
        Optional<String> backup,
        boolean validate,
        Map<String, String> maxAge) {

    public OperationOptions {
        systems = List.copyOf(systems);
        maxAge = Map.copyOf(maxAge);
    }

    /** Those of a restoration, which keeps the database that it replaces. */
    public static OperationOptions ofRestoration() {
        return new OperationOptions(List.of(), Optional.empty(), Optional.of("database"), true, Map.of());
    }
}
