package dev.treaty.provider.verification.comparison;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What came of asking a provider.
 *
 * @param differences none when the contract is held
 * @param repeat a command line that asks once more, with variables for secrets; empty when there is no need, or nothing can be repeated
 */
public record ComparisonResult(List<ContractMismatch> differences, Optional<String> repeat) {

    public ComparisonResult {
        differences = List.copyOf(differences);
    }

    /**
     * Of what can be asked again.
     *
     * @param repeat asked for only when something differs
     */
    public static ComparisonResult of(List<ContractMismatch> differences, Supplier<String> repeat) {
        return new ComparisonResult(differences, differences.isEmpty() ? Optional.empty() : Optional.of(repeat.get()));
    }

    /** Of what cannot be asked again, e.g. a message. */
    public static ComparisonResult of(List<ContractMismatch> differences) {
        return new ComparisonResult(differences, Optional.empty());
    }

    public boolean held() {
        return differences.isEmpty();
    }
}
