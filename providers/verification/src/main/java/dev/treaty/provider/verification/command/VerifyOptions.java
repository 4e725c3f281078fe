package dev.treaty.provider.verification.command;

import dev.treaty.provider.verification.settings.VerificationSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code verify} that are settings: each has the meaning of a property of the build. */
final class VerifyOptions {

    static final String PROVIDER = "--provider";

    private static final String URL = "url";
    private static final String STATE_CHANGE_URL = "state-change-url";
    private static final String MESSAGES_URL = "messages-url";
    private static final String PARALLEL = "pact.parallel";
    private static final String JSON_SELECTORS = "pactbroker.consumerversionselectors.rawjson";

    /** How each setting is written on the command line. */
    private static final Map<String, String> FLAGS = Map.ofEntries(
            Map.entry(URL, "--url"),
            Map.entry(STATE_CHANGE_URL, "--state-change-url"),
            Map.entry(MESSAGES_URL, "--messages-url"),
            Map.entry(PARALLEL, "--parallel"),
            Map.entry("pacts", "--pacts"),
            Map.entry("pact.broker.url", "--broker"),
            Map.entry("pact.url", "--pact-url"),
            Map.entry("pact.broker.selectors", "--selectors"),
            Map.entry(JSON_SELECTORS, "--consumer-version-selectors"),
            Map.entry("pact.broker.include-wip-pacts-since", "--include-wip-pacts-since"),
            Map.entry("pact.filter.consumers", "--filter-consumer"),
            Map.entry("pact.filter.description", "--filter-description"),
            Map.entry("pact.verifier.publishResults", "--publish"),
            Map.entry("pact.provider.version", "--provider-version"),
            Map.entry("pact.provider.branch", "--provider-branch"),
            Map.entry("pact.verifier.buildUrl", "--build-url"));

    @Option(
            names = PROVIDER,
            required = true,
            paramLabel = "NAME",
            description = "The provider, as its contracts name it.")
    private String provider = "";

    @Option(names = "--url", required = true, paramLabel = "URL", description = "Where the provider runs.")
    private String url = "";

    @Option(
            names = "--pacts",
            split = ",",
            paramLabel = "DIR|FILE|URL",
            description = "Where the contracts are; default: those in this jar.")
    private List<String> pacts = List.of();

    @Option(
            names = {"--broker", "-b", "--broker-base-url", "--broker-url"},
            paramLabel = "URL",
            description = {
                "Verifies the contracts that a Pact broker selects; default: PACT_BROKER_BASE_URL in the environment, unless --pacts"
                        + " is given. The environment also holds the credentials: PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and"
                        + " PACT_BROKER_PASSWORD."
            })
    private @Nullable String broker;

    @Option(
            names = "--pact-url",
            paramLabel = "URL",
            description = "Verifies only this contract of the broker, e.g. a webhook's $${pactbroker.pactUrl}.")
    private @Nullable String pactUrl;

    @Option(
            names = "--selectors",
            split = ",",
            paramLabel = "SELECTOR",
            description = {
                "Which versions of the consumers: main, matching, deployed, latest, branch:NAME, environment:NAME, tag:NAME; default:"
                        + " main,matching,deployed. Pending contracts, and work in progress, are included."
            })
    private List<String> selectors = List.of();

    @Option(
            names = "--consumer-version-selectors",
            paramLabel = "JSON",
            description = {
                "The same in the broker's own form, e.g. '{\"mainBranch\": true}'; repeatable, and a list may be given at once."
            })
    private List<String> jsonSelectors = List.of();

    @Option(
            names = "--include-wip-pacts-since",
            paramLabel = "DATE",
            description = "How far back work in progress counts; default: 90 days.")
    private @Nullable String wipSince;

    @Option(
            names = "--state-change-url",
            paramLabel = "URL",
            description = "Where provider states are set up by POST; default: <url>/provider-states.")
    private @Nullable String stateChangeUrl;

    @Option(
            names = "--messages-url",
            paramLabel = "URL",
            description = "Where messages are requested by POST; without it, they are skipped.")
    private @Nullable String messagesUrl;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description = "How many interactions are verified at the same time; default: 1.")
    private @Nullable String parallel;

    @Option(
            names = "--filter-consumer",
            split = ",",
            paramLabel = "NAME",
            description = "Only contracts of these consumers.")
    private List<String> consumers = List.of();

    @Option(
            names = "--filter-description",
            paramLabel = "REGEX",
            description = "Only interactions whose whole description matches.")
    private @Nullable String description;

    @Option(
            names = "--publish",
            description = "Publishes the results to the broker; needs the provider's version and branch.")
    private boolean publish;

    @Option(
            names = "--provider-version",
            paramLabel = "VERSION",
            description = "The version that runs at the URL; default: what Git and the CI server say.")
    private @Nullable String version;

    @Option(
            names = "--provider-branch",
            paramLabel = "BRANCH",
            description = "The branch of that version; default: what Git and the CI server say.")
    private @Nullable String branch;

    @Option(names = "--build-url", paramLabel = "URL", description = "The page of this build, for the broker.")
    private @Nullable String buildUrl;

    String provider() {
        return provider;
    }

    /** The version that the user says runs at the URL; empty if nothing is said. */
    Optional<String> version() {
        return Optional.ofNullable(version);
    }

    private @Nullable String broker() {
        return broker == null && pacts.isEmpty() ? System.getenv("PACT_BROKER_BASE_URL") : broker;
    }

    /** Several selectors as one list, which is how they are given at once. */
    private @Nullable String jsonSelectors() {
        return jsonSelectors.size() > 1
                ? jsonSelectors.stream()
                        .map(text -> text.strip().replaceFirst("(?s)^\\[(.*)]$", "$1"))
                        .collect(Collectors.joining(",", "[", "]"))
                : String.join("", jsonSelectors);
    }

    /** Under the names that the settings have in a build. */
    VerificationSettings settings() {
        var values = new HashMap<String, @Nullable String>();
        values.put(URL, url);
        values.put(STATE_CHANGE_URL, stateChangeUrl);
        values.put(MESSAGES_URL, messagesUrl);
        values.put(PARALLEL, parallel);
        values.put("pacts", String.join(",", pacts));
        values.put("pact.broker.url", broker());
        values.put("pact.url", pactUrl);
        values.put("pact.broker.selectors", String.join(",", selectors));
        values.put(JSON_SELECTORS, jsonSelectors());
        values.put("pact.broker.include-wip-pacts-since", wipSince);
        values.put("pact.filter.consumers", String.join(",", consumers));
        values.put("pact.filter.description", description);
        values.put("pact.verifier.publishResults", String.valueOf(publish));
        values.put("pact.provider.version", version);
        values.put("pact.provider.branch", branch);
        values.put("pact.verifier.buildUrl", buildUrl);
        return new VerificationSettings(
                name -> Optional.ofNullable(values.get(name)), name -> FLAGS.getOrDefault(name, "--" + name) + "=");
    }
}
