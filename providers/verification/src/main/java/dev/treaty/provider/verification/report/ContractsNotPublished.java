package dev.treaty.provider.verification.report;

import dev.treaty.pacts.broker.http.HalLink;
import dev.treaty.pacts.errors.TreatyException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A provider that also consumes has published no contract under the version whose results would be published. That version would become
 * the newest of its branch, and hide the contracts of the version before from selectors and gates.
 */
public final class ContractsNotPublished extends TreatyException {

    ContractsNotPublished(
            String provider, String version, Optional<String> branch, List<String> consumed, String broker) {
        super(
                "The results of %s cannot be published: it consumes %s, but version %s has no contracts at the broker, and would hide those of the version before."
                        .formatted(provider, String.join(" and ", consumed), version),
                "version %s of %s%s, at %s"
                        .formatted(
                                version,
                                provider,
                                branch.map(", branch "::concat).orElse(""),
                                broker),
                "publish the contracts of %s first, under the same version: treaty publish pacts --consumer-app-version %s%s; if it no longer consumes %s, delete that at the broker (%s)"
                        .formatted(
                                provider,
                                version,
                                branch.map(" --branch "::concat).orElse(""),
                                String.join(" and ", consumed),
                                integrations(provider, consumed, broker)));
    }

    /** A broker keeps an integration, and so believes that it is needed, until somebody deletes it. */
    private static String integrations(String provider, List<String> consumed, String broker) {
        return consumed.stream()
                .map(name -> "DELETE %s/integrations/provider/%s/consumer/%s"
                        .formatted(broker, HalLink.encode(name), HalLink.encode(provider)))
                .collect(Collectors.joining(", "));
    }
}
