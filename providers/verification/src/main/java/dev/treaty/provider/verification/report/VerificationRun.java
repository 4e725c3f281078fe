package dev.treaty.provider.verification.report;

import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.contracts.LoadedContract;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What one verification class verifies, and the results so far; used by several threads. */
final class VerificationRun {

    private final ConcurrentLinkedQueue<Finding> findings = new ConcurrentLinkedQueue<>();
    private volatile List<LoadedContract> contracts = List.of();
    private volatile boolean filtered;
    private volatile VerifiedTarget target = VerifiedTarget.UNKNOWN;

    /** The result of one interaction. */
    record Finding(ContractInteraction interaction, VerificationResult result) {}

    /** @param filtered whether interactions may have been left out */
    void start(List<LoadedContract> loaded, boolean filtered) {
        this.contracts = List.copyOf(loaded);
        this.filtered = filtered;
    }

    void target(VerifiedTarget responding) {
        this.target = responding;
    }

    void keeps(ContractInteraction interaction) {
        add(interaction, target.kept(), "");
    }

    void add(ContractInteraction interaction, VerificationResult.Outcome outcome, String why) {
        findings.add(new Finding(interaction, VerificationResult.of(interaction, target.name(), outcome, why)));
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
    List<VerificationResult> results() {
        return findings.stream()
                .map(Finding::result)
                .sorted(Comparator.comparing(VerificationResult::contract)
                        .thenComparing(VerificationResult::description)
                        .thenComparing(VerificationResult::key))
                .toList();
    }
}
