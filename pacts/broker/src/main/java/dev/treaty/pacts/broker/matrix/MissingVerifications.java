package dev.treaty.pacts.broker.matrix;

import dev.treaty.pacts.broker.deployment.LiveVersion;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the live versions of providers that were never verified against a contract. The broker's matrix has one row without a version if none
 * of several live versions was verified, and no row at all for those that were not if another one was: then its answer is yes, although
 * nobody knows whether the other instance keeps the contract.
 *
 * @param live what is in the environment; empty if none was asked about
 */
record MissingVerifications(DeploymentQuestion question, List<LiveVersion> live) {

    /** One row for each contract and live version without a result; a row without a version if no version is live. */
    List<MatrixRow> in(List<MatrixRow> rows) {
        return rows.stream()
                .filter(row -> !row.isIgnored())
                .flatMap(row -> versionsBeside(row, rows))
                .distinct()
                .toList();
    }

    private Stream<MatrixRow> versionsBeside(MatrixRow row, List<MatrixRow> rows) {
        var versions = versionsOf(row.provider());
        if (versions.isEmpty() && row.isMissing()) {
            return Stream.of(row);
        }
        return versions.stream()
                .filter(version -> !question.ignores(row.provider(), version))
                .filter(version -> rows.stream().noneMatch(other -> isResultOf(version, row, other)))
                .map(row::unverified);
    }

    /** Versions that were asked about take the place of those in the environment. */
    private List<String> versionsOf(String provider) {
        var asked = question.versions().stream()
                .filter(selector -> selector.pacticipant().equals(provider))
                .toList();
        return asked.isEmpty()
                ? live.stream()
                        .filter(version -> version.pacticipant().equals(provider))
                        .map(LiveVersion::version)
                        .distinct()
                        .toList()
                : asked.stream()
                        .flatMap(selector -> selector.version().stream())
                        .toList();
    }

    private static boolean isResultOf(String version, MatrixRow row, MatrixRow other) {
        return other.consumer().equals(row.consumer())
                && other.consumerVersion().equals(row.consumerVersion())
                && other.provider().equals(row.provider())
                && other.providerVersion().filter(version::equals).isPresent()
                && other.isSuccess().isPresent();
    }
}
