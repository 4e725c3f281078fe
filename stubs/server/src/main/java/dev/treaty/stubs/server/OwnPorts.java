package dev.treaty.stubs.server;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which ports providers get of their own; spelled as on the command line. */
enum OwnPorts {

    /** Those of the table, which never change. */
    fixed,

    /** Any free ones, for a second server on the same machine. */
    free,

    /** None; all providers are reached on the main port. */
    none;

    /** The port of each of the providers that get one; 0 for any free one. */
    Map<String, Integer> of(ProviderPorts table, Collection<String> providers) {
        return this == none
                ? Map.of()
                : providers.stream()
                        .filter(provider -> table.of(provider).isPresent())
                        .collect(Collectors.toMap(
                                Function.identity(),
                                provider ->
                                        this == free ? 0 : table.of(provider).orElseThrow()));
    }
}
