package dev.treaty.provider.verification;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What came of asking a provider.
 *
 * @param differences none when the contract is held
 * @param repeat a command line that asks once more, with variables for secrets; empty when there is no need, or nothing can be repeated
 */
record Comparison(List<Difference> differences, Optional<String> repeat) {

    Comparison {
        differences = List.copyOf(differences);
    }

    /**
     * Of what can be asked again.
     *
     * @param repeat asked for only when something differs
     */
    static Comparison of(List<Difference> differences, Supplier<String> repeat) {
        return new Comparison(differences, differences.isEmpty() ? Optional.empty() : Optional.of(repeat.get()));
    }

    /** Of what cannot be asked again, e.g. a message. */
    static Comparison of(List<Difference> differences) {
        return new Comparison(differences, Optional.empty());
    }

    boolean held() {
        return differences.isEmpty();
    }
}
