package dev.treaty.provider.verification.states;

import dev.treaty.provider.verification.contracts.ContractInteraction;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which interactions must not run in parallel, as far as their states tell. */
public final class StateCollisions {

    private StateCollisions() {}

    /**
     * Every string among the parameters of an interaction's states (ids, names, addresses), and the name of a state without parameters.
     * Interactions that share one may disturb each other.
     */
    public static Collection<String> keys(ContractInteraction interaction) {
        var keys = new TreeSet<String>();
        interaction.states().forEach(state -> {
            if (state.getParams().isEmpty()) {
                keys.add(String.valueOf(state.getName()));
            }
            state.getParams().values().forEach(value -> addStrings(value, keys));
        });
        return keys;
    }

    private static void addStrings(@Nullable Object value, Set<String> keys) {
        if (value instanceof Collection<?> values) {
            values.forEach(element -> addStrings(element, keys));
        } else if (value instanceof String text) {
            keys.add(text);
        }
    }
}
