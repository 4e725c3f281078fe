package dev.treaty.provider.verification.report;

import au.com.dius.pact.core.model.BrokerUrlSource;
import au.com.dius.pact.core.pactbroker.TestResult;
import au.com.dius.pact.core.support.Result;
import dev.treaty.provider.verification.contracts.BrokerContracts;
import dev.treaty.provider.verification.contracts.LoadedContract;
import dev.treaty.provider.verification.contracts.VerificationPlan;
import dev.treaty.provider.verification.report.VerificationResult.Outcome;
import dev.treaty.provider.verification.settings.ProviderBuild;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
     */
    public static void requireComplete(VerificationPlan plan, ProviderBuild build) {
        var fromBroker = plan.contracts().stream().anyMatch(contract -> contract.broker() != null);
        if (fromBroker && build.publishesResults()) {
            build.requireComplete();
        }
    }

    /**
     * Publishes the results of every contract that came from a broker and was verified completely.
     *
     * @return a sentence for each contract whose results were not published although this is a CI build
     * @throws ResultsRejected if the broker rejects results
     */
    public List<String> publish(VerificationRun run) {
        var notPublished = new ArrayList<String>();
        if (build.publishesResults()) {
            for (var contract : run.contracts()) {
                if (contract.broker() != null) {
                    publish(contract, contract.broker(), run, notPublished);
                }
            }
        }
        return notPublished;
    }

    private void publish(
            LoadedContract contract, BrokerUrlSource source, VerificationRun run, List<String> notPublished) {
        var verified = run.of(contract).stream()
                .filter(finding -> !NOTHING_SAID.contains(finding.result().outcome()))
                .toList();
        if (run.filtered() || verified.size() < contract.interactions().size()) {
            notPublished.add("The results of %s are not published: only %d of its %d interactions were verified."
                    .formatted(
                            contract.name(),
                            verified.size(),
                            contract.interactions().size()));
            return;
        }
        var client = BrokerContracts.client(source);
        var version = build.version();
        check(
                contract,
                client.publishProviderBranch(source.getAttributes(), contract.provider(), build.branch(), version));
        check(
                contract,
                client.publishVerificationResults(
                        source.getAttributes(),
                        result(verified),
                        version,
                        build.url().orElse(null)));
    }

    private static TestResult result(List<VerificationRun.Finding> findings) {
        TestResult all = new TestResult.Ok(findings.stream()
                .filter(finding -> finding.result().outcome() == Outcome.VERIFIED)
                .flatMap(finding -> id(finding).stream())
                .collect(Collectors.toSet()));
        for (var finding : findings) {
            if (finding.result().outcome() != Outcome.VERIFIED) {
                all = all.merge(new TestResult.Failed(List.of(failure(finding)), "the contract is broken"));
            }
        }
        return all;
    }

    private static Map<String, Object> failure(VerificationRun.Finding finding) {
        return Map.of(
                "interactionId",
                id(finding).stream().findFirst().orElse(""),
                "interactionDescription",
                finding.result().description(),
                "description",
                finding.result().why());
    }

    /** The broker's id of an interaction; empty if it has none. */
    private static Set<String> id(VerificationRun.Finding finding) {
        var id = finding.interaction().interaction().getInteractionId();
        return id == null ? Set.of() : Set.of(id);
    }

    private static void check(LoadedContract contract, Result<Boolean, String> published) {
        var why = published.errorValue();
        if (why != null) {
            throw new ResultsRejected(contract, why);
        }
    }
}
