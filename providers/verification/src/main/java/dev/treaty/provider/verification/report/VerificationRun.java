package dev.treaty.provider.verification.report;

import dev.treaty.provider.verification.comparison.InteractionSkipped;
import dev.treaty.provider.verification.comparison.PendingContractBroken;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.contracts.LoadedContract;
import dev.treaty.provider.verification.contracts.VerificationPlan;
import dev.treaty.provider.verification.report.VerificationResult.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** What one verification verifies, and the results so far; used by several threads. */
public final class VerificationRun {

    private static final Comparator<VerificationResult> BY_CONTRACT = Comparator.comparing(VerificationResult::contract)
            .thenComparing(VerificationResult::description)
            .thenComparing(VerificationResult::key);

    private final ConcurrentLinkedQueue<Finding> findings = new ConcurrentLinkedQueue<>();
    private volatile List<LoadedContract> contracts = List.of();
    private volatile boolean filtered;
    private volatile VerifiedTarget target = VerifiedTarget.UNKNOWN;

    /**
     * The result of one interaction.
     *
     * @param failure what its verification threw; null if the contract is kept
     */
    record Finding(
            ContractInteraction interaction,
            VerificationResult result,
            @Nullable Throwable failure) {}

    /** Before anything is known. */
    public VerificationRun() {}

    /** Notes what is verified. */
    public void start(VerificationPlan plan) {
        this.contracts = plan.contracts();
        this.filtered = plan.filtered();
    }

    /** Notes what responds from now on. */
    public void target(VerifiedTarget responding) {
        this.target = responding;
    }

    /**
     * Records what came of an interaction.
     *
     * @param failure what its verification threw; null if the contract is kept
     */
    public void record(ContractInteraction interaction, @Nullable Throwable failure) {
        add(interaction, outcome(failure), target.name(), failure);
    }

    /** Records that nobody was asked. */
    public void notVerified(ContractInteraction interaction, Throwable why) {
        add(interaction, Outcome.NOT_VERIFIED, "", why);
    }

    private void add(ContractInteraction interaction, Outcome outcome, String answeredBy, @Nullable Throwable failure) {
        var result = VerificationResult.of(interaction, answeredBy, outcome, why(failure));
        findings.add(new Finding(interaction, result, failure));
    }

    private Outcome outcome(@Nullable Throwable failure) {
        if (failure == null) {
            return target.kept();
        }
        if (failure instanceof PendingContractBroken) {
            return Outcome.PENDING;
        }
        return failure instanceof InteractionSkipped ? Outcome.SKIPPED : Outcome.FAILED;
    }

    private static String why(@Nullable Throwable failure) {
        return Optional.ofNullable(failure)
                .map(thrown -> Optional.ofNullable(thrown.getMessage()).orElse(thrown.toString()))
                .orElse("");
    }

    List<LoadedContract> contracts() {
        return contracts;
    }

    boolean filtered() {
        return filtered;
    }

    List<Finding> of(LoadedContract contract) {
        return findings.stream()
                .filter(finding -> finding.interaction().contract().equals(contract))
                .toList();
    }

    /** By contract, then description. */
    List<Finding> findings() {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::result, BY_CONTRACT))
                .toList();
    }

    /** By contract, then description. */
    public List<VerificationResult> results() {
        return findings().stream().map(Finding::result).toList();
    }

    /** Whether a contract is broken, or could not be verified. */
    public boolean failed() {
        return results().stream().anyMatch(result -> result.outcome() == Outcome.FAILED);
    }
}
