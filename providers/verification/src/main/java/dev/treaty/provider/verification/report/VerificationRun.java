package dev.treaty.provider.verification.report;

import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.contracts.LoadedContract;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What one verification class was asked to verify, and what came of it so far; used by several threads. */
public final class VerificationRun {

    private final ConcurrentLinkedQueue<Finding> findings = new ConcurrentLinkedQueue<>();
    private volatile List<LoadedContract> contracts = List.of();
    private volatile boolean narrowed;

    /** What came of one interaction. */
    record Finding(ContractInteraction interaction, VerificationResult result) {}

    /**
     * Notes what is about to be verified.
     *
     * @param narrowed whether interactions may have been left out
     */
    public void verifying(List<LoadedContract> loaded, boolean narrowed) {
        this.contracts = List.copyOf(loaded);
        this.narrowed = narrowed;
    }

    void add(ContractInteraction interaction, VerificationResult.Outcome outcome, String why) {
        findings.add(new Finding(interaction, VerificationResult.of(interaction, outcome, why)));
    }

    List<LoadedContract> contracts() {
        return contracts;
    }

    boolean narrowed() {
        return narrowed;
    }

    List<Finding> of(LoadedContract contract) {
        return findings.stream()
                .filter(finding -> finding.interaction().contract().equals(contract))
                .toList();
    }

    /** By contract, then description. */
    List<VerificationResult> results() {
        return findings.stream()
                .map(Finding::result)
                .sorted(Comparator.comparing(VerificationResult::contract)
                        .thenComparing(VerificationResult::description)
                        .thenComparing(VerificationResult::key))
                .toList();
    }
}
