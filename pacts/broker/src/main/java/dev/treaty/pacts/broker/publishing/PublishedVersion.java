package dev.treaty.pacts.broker.publishing;

import java.util.List;
import java.util.Optional;

/**
 * As what contracts are published.
 *
 * @param number the version of the application that consumes; its full commit id, as for its deployments and its own verification results
 * @param branch empty for none; then no selector but one for tags ever finds the contracts
 * @param buildUrl the page of the build, which the broker links to
 * @param isMerged whether interactions are added to those that are published under the version already
 */
public record PublishedVersion(
        String number, Optional<String> branch, List<String> tags, Optional<String> buildUrl, boolean isMerged) {

    /** Copies the list. */
    public PublishedVersion {
        tags = List.copyOf(tags);
    }
}
