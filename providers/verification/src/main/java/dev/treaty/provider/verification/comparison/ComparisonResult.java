package dev.treaty.provider.verification.comparison;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How a provider's response or message compares with the contract.
 *
 * @param mismatches none if the contract is kept
 * @param repeat a command line that repeats the request, with variables for secrets; empty if nothing differs, or if there was no request
 */
public record ComparisonResult(List<ContractMismatch> mismatches, Optional<String> repeat) {

    /** Copies the mismatches. */
    public ComparisonResult {
        mismatches = List.copyOf(mismatches);
    }

    /**
     * Of a response.
     *
     * @param repeat computed only if something differs
     */
    public static ComparisonResult of(List<ContractMismatch> mismatches, Supplier<String> repeat) {
        return new ComparisonResult(mismatches, mismatches.isEmpty() ? Optional.empty() : Optional.of(repeat.get()));
    }

    /** Of a message that was not requested. */
    public static ComparisonResult of(List<ContractMismatch> mismatches) {
        return new ComparisonResult(mismatches, Optional.empty());
    }

    /** Whether the contract is kept. */
    public boolean matches() {
        return mismatches.isEmpty();
    }
}
