package dev.treaty.pacts;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What must be so at the provider before an interaction can happen.
 *
 * @param name present tense, e.g. {@code "a customer exists"}
 * @param parameters what the sentence leaves open, e.g. {@code id -> "cus_42"}; the values are strings, numbers, booleans,
 *     lists, maps or null
 */
public record ProviderState(String name, Map<String, @Nullable Object> parameters) {

    /** Keeps a sorted copy of the parameters. */
    public ProviderState {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }
}
