package dev.treaty.provider.verification.report;

import dev.treaty.pacts.broker.http.BrokerRefusal;
import dev.treaty.pacts.broker.verification.ContractResult;
import dev.treaty.provider.verification.contracts.BrokerContract;
import dev.treaty.provider.verification.contracts.LoadedContract;
import dev.treaty.provider.verification.contracts.VerificationPlan;
import dev.treaty.provider.verification.report.VerificationResult.Outcome;
import dev.treaty.provider.verification.settings.ProviderBuild;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Publishes verification results to the broker that selected the contracts, with the provider's version, branch and build. */
public final class ResultPublisher {

    /** The outcomes that say nothing about the provider: it was not asked. */
    private static final Set<Outcome> NOTHING_SAID =
            EnumSet.of(Outcome.SKIPPED, Outcome.NOT_VERIFIED, Outcome.REPLAYED, Outcome.SIMULATED);

    private final ProviderBuild build;

    /** Publishes for a build of the provider. */
    public ResultPublisher(ProviderBuild build) {
        this.build = build;
    }

    /**
     * Checks before the first interaction that results can be published after the last one.
     *
     * @throws dev.treaty.provider.verification.settings.InvalidSetting if the provider's version or branch is unknown
     * @throws ContractsNotPublished if results of this version would hide contracts
     */
    public void prepare(VerificationPlan plan) {
        if (build.publishesResults()) {
            plan.contracts().stream()
                    .flatMap(contract -> Optional.ofNullable(contract.broker()).stream())
                    .findFirst()
                    .ifPresent(this::requirePublishable);
        }
    }

    private void requirePublishable(BrokerContract contract) {
        var version = build.version();
        var branch = branch(contract);
        var provider = contract.content().provider();
        var participants = contract.broker().participants();
        var consumed = participants.providersOf(provider);
        if (!consumed.isEmpty()
                && participants.providersWithoutContract(provider, version).equals(consumed)) {
            throw new ContractsNotPublished(
                    provider, version, branch, consumed, contract.broker().address());
        }
    }

    /**
     * Publishes the results of every contract that came from a broker and was verified completely.
     *
     * @return the broker's sentences about the results, and one for each contract whose results were not published although they should be
     * @throws ResultsRejected if the broker rejects results
     */
    public List<String> publish(VerificationRun run) {
        var notes = new ArrayList<String>();
        for (var contract : run.contracts()) {
            if (contract.broker() != null) {
                publish(contract, contract.broker(), run, notes);
            }
        }
        return notes;
    }

    private void publish(LoadedContract contract, BrokerContract broker, VerificationRun run, List<String> notes) {
        var verified = run.of(contract).stream()
                .filter(finding -> !NOTHING_SAID.contains(finding.result().outcome()))
                .toList();
        var complete =
                !run.filtered() && verified.size() >= contract.interactions().size();
        var publishes = build.publishesResults();
        if (publishes && complete) {
            send(contract, broker, PublishedResult.of(verified, build));
        } else if (publishes) {
            notes.add("The results of %s are not published, because not all interactions were verified (%d of %d)."
                    .formatted(
                            contract.name(),
                            verified.size(),
                            contract.interactions().size()));
        }
        if (complete) {
            broker.noticesAfter(PublishedResult.kept(verified), publishes)
                    .forEach(notice -> notes.add("%s -> %s, %s: %s"
                            .formatted(
                                    contract.consumer(),
                                    contract.provider(),
                                    broker.version().label(),
                                    notice)));
        }
    }

    /**
     * The branch to which the version is added; empty if it stays where it is. A webhook, or a gate, asks about a version that the broker
     * knows, e.g. one that was deployed long ago: on the branch that happens to be checked out, it would become the newest version.
     */
    private Optional<String> branch(BrokerContract contract) {
        var isAskedFor = contract.selected().isEmpty() && !build.namesBranch();
        return isAskedFor && isKnown(contract) ? Optional.empty() : Optional.of(build.branch());
    }

    private boolean isKnown(BrokerContract contract) {
        return contract.broker()
                .participants()
                .version(contract.content().provider(), build.version())
                .isPresent();
    }

    /** The branch first: a broker decides with it what the result means. */
    private void send(LoadedContract contract, BrokerContract broker, ContractResult result) {
        try {
            branch(broker)
                    .ifPresent(branch ->
                            broker.broker().participants().addToBranch(contract.provider(), branch, build.version()));
            broker.publish(result);
        } catch (BrokerRefusal e) {
            throw new ResultsRejected(contract, String.join(" ", e.texts()));
        }
    }
}
