package dev.treaty.pacts.testing.broker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.testing.broker.BrokerState.Environment;
import dev.treaty.pacts.testing.broker.BrokerState.Pact;
import dev.treaty.pacts.testing.broker.BrokerState.Pacticipant;
import dev.treaty.pacts.testing.broker.BrokerState.Version;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** POST …/for-verification: which contracts a provider is to be verified against, which of them are pending, and why. */
record SelectionRoutes(BrokerState state, BrokerLinks links) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String PENDING_MORE = " Read more at https://docs.pact.io/go/pending";

    /** A version that a selector chose, and how the broker describes it. */
    private record Choice(Version version, String shortly, String fully) {}

    @Nullable
    BrokerAnswer answer(BrokerCall call) {
        if (call.is("GET", "/pacts/provider/*/for-verification")
                || call.is("POST", "/pacts/provider/*/for-verification")) {
            return select(call.path().get(2), call.body());
        }
        return null;
    }

    private BrokerAnswer select(String provider, JsonNode question) {
        if (!state.pacticipants.containsKey(provider)) {
            return BrokerAnswer.notFound("No provider with name '%s' found".formatted(provider));
        }
        var branch = question.path("providerVersionBranch").asText();
        var selectors = selectors(question);
        for (var i = 0; i < selectors.size(); i++) {
            var error = error(selectors.get(i), branch);
            if (!error.isEmpty()) {
                return BrokerAnswer.badRequest("consumerVersionSelectors", "%s (at index %d)".formatted(error, i));
            }
        }
        var document = JSON.objectNode();
        var pacts = document.putObject("_embedded").putArray("pacts");
        var selected = byContent(provider, selectors.stream().flatMap(selector -> choices(selector, provider, branch)));
        selected.forEach((pact, choices) -> pacts.add(selected(pact, choices, branch, question)));
        if (question.hasNonNull("includeWipPactsSince")
                && isPast(question.path("includeWipPactsSince").asText())) {
            addWorkInProgress(pacts, provider, branch, selected.keySet());
        }
        return BrokerAnswer.ok(BrokerLinks.self(
                document,
                "%s/pacts/provider/%s/for-verification".formatted(links.base(), BrokerLinks.encode(provider)),
                ""));
    }

    private static List<JsonNode> selectors(JsonNode question) {
        var selectors = new ArrayList<JsonNode>();
        question.path("consumerVersionSelectors").forEach(selectors::add);
        if (selectors.isEmpty()) {
            selectors.add(JSON.objectNode().put("mainBranch", true));
            selectors.add(JSON.objectNode().put("deployedOrReleased", true));
        }
        return selectors;
    }

    private String error(JsonNode selector, String branch) {
        var environment = selector.path("environment").asText();
        if (!environment.isEmpty() && state.environmentNamed(environment).isEmpty()) {
            return "environment with name '%s' does not exist".formatted(environment);
        }
        return selector.path("matchingBranch").asBoolean() && branch.isEmpty()
                ? "the providerVersionBranch must be specified when the selector matchingBranch is used"
                : "";
    }

    private Stream<Choice> choices(JsonNode selector, String provider, String providerBranch) {
        return state.pacticipants.values().stream()
                .filter(consumer ->
                        consumer.name.equals(selector.path("consumer").asText(consumer.name)))
                .flatMap(consumer -> choices(selector, consumer, providerBranch))
                .filter(choice -> choice.version().pacts.containsKey(provider));
    }

    private Stream<Choice> choices(JsonNode selector, Pacticipant consumer, String providerBranch) {
        if (selector.path("mainBranch").asBoolean()) {
            return head(consumer, consumer.mainBranch, "latest from main branch", "the main branch '%s'");
        }
        if (selector.path("matchingBranch").asBoolean()) {
            return head(consumer, providerBranch, "latest from branch " + providerBranch, "branch '%s'");
        }
        if (selector.path("branch").isTextual()) {
            var branch = selector.path("branch").asText();
            return head(consumer, branch, "latest from branch " + branch, "branch '%s'");
        }
        if (selector.path("tag").isTextual()) {
            var tag = selector.path("tag").asText();
            return consumer.latest(tag).stream()
                    .map(version -> new Choice(
                            version,
                            "latest with tag " + tag,
                            "latest version tagged '%s' (%s)".formatted(tag, version.number)));
        }
        if (selector.path("latest").asBoolean()) {
            return consumer.latest().stream()
                    .map(version -> new Choice(version, "latest", "latest version (%s)".formatted(version.number)));
        }
        return live(selector, consumer);
    }

    private static Stream<Choice> head(Pacticipant consumer, @Nullable String branch, String shortly, String place) {
        return consumer.head(branch).stream()
                .map(version -> new Choice(
                        version,
                        shortly,
                        "latest version from %s (%s)".formatted(place.formatted(branch), version.number)));
    }

    private Stream<Choice> live(JsonNode selector, Pacticipant consumer) {
        var environment = selector.path("environment").asText();
        return state.live.stream()
                .filter(live -> live.isCurrent && live.version.pacticipant == consumer)
                .filter(live -> environment.isEmpty()
                        || state.environmentNamed(environment)
                                .filter(found -> found.uuid().equals(live.environment))
                                .isPresent())
                .map(live -> {
                    var place = Optional.ofNullable(state.environments.get(live.environment))
                            .map(Environment::name)
                            .orElse("");
                    var what = live.isDeployment ? "deployed to" : "released to";
                    return new Choice(
                            live.version,
                            "%s %s".formatted(live.isDeployment ? "deployed in" : "released in", place),
                            "consumer version(s) currently %s %s (%s)".formatted(what, place, live.version.number));
                });
    }

    /** One entry for each content; the choices that have it are joined. */
    private static Map<Pact, List<Choice>> byContent(String provider, Stream<Choice> choices) {
        var contents = new LinkedHashMap<Pact, List<Choice>>();
        choices.forEach(choice -> contents.computeIfAbsent(choice.version().pact(provider), pact -> new ArrayList<>())
                .add(choice));
        return contents;
    }

    private ObjectNode selected(Pact pact, List<Choice> choices, String branch, JsonNode question) {
        var reasons = new LinkedHashSet<>(choices.stream().map(Choice::fully).toList());
        var isPending = question.path("includePendingStatus").asBoolean(true) && !wasKept(pact, branch);
        var document = JSON.objectNode()
                .put(
                        "shortDescription",
                        String.join(
                                ", ",
                                new LinkedHashSet<>(
                                        choices.stream().map(Choice::shortly).toList())));
        var properties = document.putObject("verificationProperties").put("pending", isPending);
        var notices = properties.putArray("notices");
        notice(
                notices,
                "before_verification",
                "The pact at %s is being verified because the pact content belongs to the consumer %s matching the following %s:\n    * %s"
                        .formatted(
                                links.content(pact),
                                reasons.size() == 1 ? "version" : "versions",
                                reasons.size() == 1 ? "criterion" : "criteria",
                                String.join("\n    * ", reasons)));
        addPending(notices, pact, branch, isPending);
        return named(document, pact, newest(choices), "s=%s".formatted(isPending ? "p" : "n"));
    }

    private static Version newest(List<Choice> choices) {
        return choices.stream()
                .map(Choice::version)
                .reduce((first, second) -> second.order > first.order ? second : first)
                .orElseThrow();
    }

    private ObjectNode named(ObjectNode document, Pact pact, Version version, String metadata) {
        return BrokerLinks.self(
                document,
                links.content(pact, metadata),
                "Pact between %s (%s) and %s".formatted(pact.consumer(), version.number, pact.provider()));
    }

    /** Whether a version of the provider's branch ever kept a content. */
    private boolean wasKept(Pact pact, String branch) {
        return state.results.stream()
                .filter(result -> result.success()
                        && result.sha().equals(pact.sha())
                        && result.provider().equals(pact.provider()))
                .anyMatch(result -> branch.isEmpty() || isOn(branch, pact.provider(), result.providerVersion()));
    }

    private boolean isOn(String branch, String pacticipant, String version) {
        return state.find(pacticipant, version)
                .filter(found -> found.branches.contains(branch))
                .isPresent();
    }

    private static void addPending(ArrayNode notices, Pact pact, String branch, boolean isPending) {
        var provider = pact.provider();
        if (!isPending) {
            notice(
                    notices,
                    "before_verification",
                    "This pact has previously been successfully verified by a version of %s from branch '%s'. If this verification fails, it will fail the build.%s"
                            .formatted(provider, branch, PENDING_MORE));
            return;
        }
        notice(
                notices,
                "before_verification",
                "This pact is in pending state for this version of %s because a successful verification result for a version of %s from branch '%s' has not yet been published. If this verification fails, it will not cause the overall build to fail.%s"
                        .formatted(provider, provider, branch, PENDING_MORE));
        addAfterPending(notices, provider, branch);
    }

    private static void addAfterPending(ArrayNode notices, String provider, String branch) {
        notice(
                notices,
                "after_verification:success_true_published_false",
                "This pact is still in pending state for any version of %s from branch '%s' as the successful verification results have not yet been published."
                        .formatted(provider, branch));
        notice(
                notices,
                "after_verification:success_true_published_true",
                "This pact is no longer in pending state for any version of %s from branch '%s', as a successful verification result has been published. If a verification for a version of %s fails in the future, it will fail the build.%s"
                        .formatted(provider, branch, provider, PENDING_MORE));
        for (var isPublished : List.of(false, true)) {
            notice(
                    notices,
                    "after_verification:success_false_published_" + isPublished,
                    "This pact is still in pending state for any version of %s from branch '%s' as a successful verification result has not yet been published"
                            .formatted(provider, branch));
        }
    }

    /** Whether what a test publishes is published after a date. */
    private static boolean isPast(String date) {
        return LocalDate.parse(date).isBefore(LocalDate.now(ZoneOffset.UTC));
    }

    /** The heads of all branches of all consumers, unless they are selected, or were kept when they were. */
    private void addWorkInProgress(ArrayNode pacts, String provider, String providerBranch, Set<Pact> selected) {
        for (var consumer : state.pacticipants.values()) {
            for (var branch : consumer.branches.keySet()) {
                consumer.head(branch)
                        .filter(version -> version.pacts.containsKey(provider))
                        .filter(version -> !selected.contains(version.pact(provider)))
                        .filter(version -> !wasKeptExplicitly(version.pact(provider), providerBranch))
                        .ifPresent(version -> pacts.add(workInProgress(version, branch, provider, providerBranch)));
            }
        }
    }

    private boolean wasKeptExplicitly(Pact pact, String branch) {
        return state.results.stream()
                .filter(result ->
                        result.success() && !result.wip() && result.sha().equals(pact.sha()))
                .anyMatch(result -> isOn(branch, pact.provider(), result.providerVersion()));
    }

    private ObjectNode workInProgress(Version version, String branch, String provider, String providerBranch) {
        var pact = version.pact(provider);
        var document = JSON.objectNode().put("shortDescription", "latest from branch " + branch);
        var notices = document.putObject("verificationProperties")
                .put("pending", true)
                .put("wip", true)
                .putArray("notices");
        notice(
                notices,
                "before_verification",
                "The pact at %s is being verified because it is a 'work in progress' pact (ie. it is the pact for the latest version of %s from branch '%s' and it has not yet been successfully verified by a version of %s from branch '%s' when the pact's application version was explicitly specified in the consumer version selectors). Read more at https://docs.pact.io/go/wip"
                        .formatted(links.content(pact), pact.consumer(), branch, provider, providerBranch));
        notice(
                notices,
                "before_verification",
                "This pact is in pending state for this version of %s because it was included as a 'work in progress' pact. If this verification fails, it will not cause the overall build to fail.%s"
                        .formatted(provider, PENDING_MORE));
        addAfterPending(notices, provider, providerBranch);
        return named(document, pact, version, PactRoutes.WORK_IN_PROGRESS);
    }

    private static void notice(ArrayNode notices, String when, String text) {
        notices.addObject().put("when", when).put("text", text);
    }
}
