package dev.treaty.provider.verification.contracts;

import dev.treaty.provider.verification.settings.InvalidSetting;
import dev.treaty.provider.verification.settings.VerificationSettings;
import java.util.Map;

/** Settings that would be ignored: those of pact-jvm under another name than ours, and those that contradict each other. */
final class UnreadSettings {

    private static final String CREDENTIALS =
            "set the environment variable PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD";
    private static final String BROKER = "name the broker with %s".formatted("-Dpact.broker.url=");
    private static final String SELECTORS =
            "select with -Dpact.broker.selectors=, e.g. main,branch:feat/x,environment:production";
    private static final String CONSUMERS = "restrict the run with -Dpact.filter.consumers=";

    /** pact-jvm's properties that are not read, and what to do instead. */
    private static final Map<String, String> PACT_JVM = Map.ofEntries(
            Map.entry("pactbroker.url", BROKER),
            Map.entry("pactbroker.host", BROKER),
            Map.entry("pactbroker.port", BROKER),
            Map.entry("pactbroker.scheme", BROKER),
            Map.entry("pactbroker.auth.token", CREDENTIALS),
            Map.entry("pactbroker.auth.username", CREDENTIALS),
            Map.entry("pactbroker.auth.password", CREDENTIALS),
            Map.entry("pactbroker.consumers", CONSUMERS),
            Map.entry("pactbroker.tags", SELECTORS),
            Map.entry("pactbroker.consumerversionselectors.tags", SELECTORS),
            Map.entry("pactbroker.providerBranch", "name the branch with -Dpact.provider.branch="),
            Map.entry(
                    "pactbroker.providerTags", "name the branch with -Dpact.provider.branch=; tags are not published"),
            Map.entry("pact.provider.tag", "name the branch with -Dpact.provider.branch=; tags are not published"),
            Map.entry("pactbroker.enablePending", "leave it out; pending contracts are always included"),
            Map.entry("pactbroker.includeWipPactsSince", "name the day with -Dpact.broker.include-wip-pacts-since="),
            Map.entry("pact.filter.pacturl", "name the contract with -Dpact.url="),
            Map.entry("pact.filter.providerState", "filter with -Dpact.filter.description="),
            Map.entry("pactfolder.path", "name the folder with -Dpacts="),
            Map.entry("pact.provider.version.trimSnapshot", "write the version as it is to be published"));

    private UnreadSettings() {}

    /** @throws InvalidSetting if there is one */
    static void refuse(VerificationSettings settings) {
        PACT_JVM.forEach((name, fix) -> {
            if (settings.value(name).isPresent()) {
                throw new InvalidSetting("A setting of pact-jvm is not read.", settings.option(name), fix);
            }
        });
        var pacts = !settings.values(LocatedContracts.SETTING).isEmpty();
        var broker = settings.value(BrokerContracts.URL).isPresent();
        var pactUrl = settings.value(BrokerContracts.PACT_URL);
        var pactsOption = settings.option(LocatedContracts.SETTING);
        var brokerOption = settings.option(BrokerContracts.URL);
        if (pacts && (broker || pactUrl.isPresent())) {
            throw new InvalidSetting(
                    "Two settings name the contracts.",
                    pactsOption + " beside " + (broker ? brokerOption : settings.option(BrokerContracts.PACT_URL)),
                    "leave one out");
        }
        if (pactUrl.isPresent() && !broker) {
            throw new InvalidSetting(
                    "A contract is named by its URL, but its broker is not.",
                    settings.option(BrokerContracts.PACT_URL) + pactUrl.get(),
                    "add " + brokerOption + "; credentials go nowhere else");
        }
    }
}
