package dev.treaty.provider.verification.report;

import dev.treaty.pacts.broker.verification.ContractResult;
import dev.treaty.pacts.broker.verification.InteractionOutcome;
import dev.treaty.pacts.broker.verification.VerificationMismatch;
import dev.treaty.provider.verification.comparison.ComparisonResult;
import dev.treaty.provider.verification.comparison.ContractBroken;
import dev.treaty.provider.verification.comparison.ContractMismatch;
import dev.treaty.provider.verification.report.VerificationResult.Outcome;
import dev.treaty.provider.verification.report.VerificationRun.Finding;
import dev.treaty.provider.verification.settings.ProviderBuild;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The results of one contract as a broker takes them: one mismatch for each difference. */
final class PublishedResult {

    private static final String TOOL = "Treaty";

    private PublishedResult() {}

    static ContractResult of(List<Finding> findings, ProviderBuild build) {
        return new ContractResult(
                kept(findings),
                build.version(),
                build.url(),
                findings.stream().map(PublishedResult::outcome).toList(),
                TOOL,
                Optional.ofNullable(PublishedResult.class.getPackage().getImplementationVersion())
                        .orElse("1.0-SNAPSHOT"));
    }

    /** Whether every interaction was verified, and none is broken. */
    static boolean kept(List<Finding> findings) {
        return findings.stream().allMatch(PublishedResult::isKept);
    }

    private static boolean isKept(Finding finding) {
        return finding.result().outcome() == Outcome.VERIFIED;
    }

    private static InteractionOutcome outcome(Finding finding) {
        var comparison = comparison(finding.failure());
        return new InteractionOutcome(
                Optional.ofNullable(finding.interaction().interaction().getInteractionId())
                        .orElse(""),
                finding.result().description(),
                isKept(finding),
                isKept(finding) ? List.of() : mismatches(finding, comparison),
                comparison.flatMap(ComparisonResult::repeat));
    }

    private static Optional<ComparisonResult> comparison(@Nullable Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, thrown -> thrown != null, thrown -> thrown.getCause())
                .filter(ContractBroken.class::isInstance)
                .map(ContractBroken.class::cast)
                .map(ContractBroken::comparison)
                .findFirst();
    }

    private static List<VerificationMismatch> mismatches(Finding finding, Optional<ComparisonResult> comparison) {
        return comparison
                .map(result -> result.mismatches().stream()
                        .map(PublishedResult::mismatch)
                        .toList())
                .orElseGet(() -> List.of(
                        new VerificationMismatch("", "", finding.result().why(), Optional.empty(), Optional.empty())));
    }

    private static VerificationMismatch mismatch(ContractMismatch mismatch) {
        return new VerificationMismatch(
                mismatch.attribute(),
                mismatch.identifier(),
                mismatch.because(),
                Optional.of(mismatch.expected()),
                Optional.of(mismatch.actual()));
    }
}
