package dev.treaty.provider.verification.comparison;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.errors.VerificationError;
import java.util.stream.Collectors;

/** A provider's response or message does not match the contract. */
public final class ContractBroken extends VerificationError {

    private final ComparisonResult comparison;

    /** Says what differs, and how to repeat the request. */
    public ContractBroken(ContractInteraction broken, ComparisonResult comparison) {
        super(new ErrorMessage(
                "%s breaks its contract with %s.".formatted(broken.provider(), broken.consumer()),
                broken.place() + "\n" + details(comparison),
                fix(broken)));
        this.comparison = comparison;
    }

    /** What was compared. */
    public ComparisonResult comparison() {
        return comparison;
    }

    /** Nobody can restore what a pending contract asks for: it was never there. */
    private static String fix(ContractInteraction broken) {
        return (broken.pending()
                        ? "build this in %s, or agree on something else with %s"
                        : "restore this in %s, or change the recording test of %s if it is no longer needed")
                .formatted(broken.provider(), broken.consumer());
    }

    private static String details(ComparisonResult comparison) {
        return comparison.mismatches().stream().map(mismatch -> "  " + mismatch).collect(Collectors.joining("\n"))
                + comparison.repeat().map(line -> "\n  repeat: " + line).orElse("");
    }
}
