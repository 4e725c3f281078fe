package dev.treaty.stubs.server.broker;

import dev.treaty.pacts.broker.PactBroker;
import dev.treaty.pacts.broker.content.ContractVersion;
import dev.treaty.pacts.broker.content.ContractVersions;
import dev.treaty.pacts.broker.http.BrokerRefusal;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.files.BrokerOrigin;
import java.util.List;
import java.util.Optional;

/**
 * Which contracts of a broker are served.
 *
 * @param named the providers; none for all that have contracts
 */
record Selection(PactBroker broker, List<String> named, VersionChoice choice) {

    Selection {
        named = named.stream().distinct().toList();
    }

    /** The contracts that are selected now. */
    List<ContractVersion> select() {
        var versions = broker.contractVersions();
        var providers = named.isEmpty() ? versions.providers() : named;
        return providers.stream()
                .flatMap(provider -> select(versions, provider).stream())
                .toList();
    }

    private List<ContractVersion> select(ContractVersions versions, String provider) {
        try {
            return choice.select(versions, provider);
        } catch (BrokerRefusal e) {
            throw e.status() == 404 ? e.withFix(fixForUnknown(versions)) : e;
        }
    }

    private static String fixForUnknown(ContractVersions versions) {
        var known = versions.providers();
        return known.isEmpty()
                ? "publish a contract first; there is none"
                : "name one of the providers that have contracts there: " + String.join(", ", known);
    }

    /** Where a contract comes from. */
    BrokerOrigin origin(ContractVersion version, Optional<String> branch) {
        return new BrokerOrigin(
                version.consumerVersion(),
                branch,
                choice.environment(),
                version.criteria(),
                version.contentSha(),
                withoutCredentials(version.link().href()));
    }

    /** A broker may be configured with an address that contains credentials, and then uses it in its links. */
    private static String withoutCredentials(String url) {
        return url.replaceFirst("//[^/@]*@", "//");
    }

    /** The branch by which a contract was selected. */
    Optional<String> branch(String consumer) {
        return choice.branch(broker.contractVersions(), consumer);
    }

    /** Who has contracts of which none is selected, e.g. {@code "billing -> shop"}. */
    List<String> others(List<ContractVersion> selected) {
        return broker.participants().integrations().stream()
                .filter(pair -> named.isEmpty() || named.contains(pair.provider()))
                .filter(pair -> selected.stream()
                        .noneMatch(version -> version.consumer().equals(pair.consumer())
                                && version.provider().equals(pair.provider())))
                .map(pair -> "%s -> %s".formatted(pair.consumer(), pair.provider()))
                .sorted()
                .toList();
    }

    /** Says that nothing is selected, and for whom. */
    ErrorMessage nothing(List<String> providers) {
        return new ErrorMessage(
                providers.isEmpty()
                        ? "The broker selects no contract at all."
                        : "The broker selects no contract with %s.".formatted(String.join(", ", providers)),
                "%s, at %s".formatted(choice, broker.address()),
                choice.fix());
    }
}
