package dev.treaty.pacts.testing.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.treaty.pacts.testing.broker.BrokerState.Pact;
import dev.treaty.pacts.testing.broker.BrokerState.Version;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** POST /contracts/publish: all or nothing. */
record PublishingRoutes(BrokerState state, BrokerLinks links) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Nullable
    BrokerAnswer answer(BrokerCall call) {
        return call.is("POST", "/contracts/publish") ? publish(call.body()) : null;
    }

    private BrokerAnswer publish(JsonNode body) {
        for (var field : List.of("pacticipantName", "pacticipantVersionNumber", "contracts")) {
            if (!body.has(field)) {
                return BrokerAnswer.badRequest(field, "is missing");
            }
        }
        var consumer = body.path("pacticipantName").asText();
        var number = body.path("pacticipantVersionNumber").asText();
        var pacts = new ArrayList<Pact>();
        for (var contract : body.path("contracts")) {
            var named = contract.path("consumerName").asText();
            if (!named.equals(consumer)) {
                return BrokerAnswer.badRequest(
                        "contracts",
                        "consumerName ('%s') must match pacticipantName ('%s') (at index %d)"
                                .formatted(named, consumer, pacts.size()));
            }
            try {
                var base64 = contract.path("content").asText();
                var json = JSON.readTree(new String(Base64.getDecoder().decode(base64), UTF_8));
                pacts.add(new Pact(
                        consumer, contract.path("providerName").asText(), json, PactContent.sha(json), base64));
            } catch (JsonProcessingException | IllegalArgumentException e) {
                return BrokerAnswer.badRequest(
                        "contracts",
                        "content could not be parsed as application/json (at index %d)".formatted(pacts.size()));
            }
        }
        var refusal = refusal(consumer, number, pacts);
        return refusal == null ? publish(body, consumer, number, pacts) : refusal;
    }

    private @Nullable BrokerAnswer refusal(String consumer, String number, List<Pact> pacts) {
        var similar = state.pacticipants.keySet().stream()
                .filter(name -> !state.pacticipants.containsKey(consumer)
                        && simplified(name).equals(simplified(consumer)))
                .findFirst();
        if (similar.isPresent()) {
            return BrokerAnswer.conflict("""
                    This is the first time a pact has been published for "%s".
                    The name "%s" is very similar to the following existing pacticipants:
                    * %s""".formatted(consumer, consumer, similar.get()), "");
        }
        for (var pact : pacts) {
            var known = state.find(consumer, number).map(version -> version.pacts.get(pact.provider()));
            if (known.isPresent() && !known.get().sha().equals(pact.sha())) {
                return BrokerAnswer.conflict(
                        "Cannot change the content of the pact for %s version %s and provider %s, as race conditions will cause unreliable results for can-i-deploy. Each pact must be published with a unique consumer version number."
                                .formatted(consumer, number, pact.provider()),
                        "   \"interactions\": [\n     …");
            }
        }
        return null;
    }

    private static String simplified(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("s(?=[\\s_-]|$)", "")
                .replaceAll("[\\s_-]", "")
                .replaceAll("api|provider|service", "");
    }

    private BrokerAnswer publish(JsonNode body, String consumer, String number, List<Pact> pacts) {
        var notices = NODES.arrayNode();
        var isNew = state.find(consumer, number).isEmpty();
        var version = state.version(consumer, number);
        var branch = body.path("branch").asText();
        if (!branch.isEmpty()) {
            state.addToBranch(version, branch);
            if (version.pacticipant.mainBranch == null && BrokerState.MAIN_BRANCH_CANDIDATES.contains(branch)) {
                version.pacticipant.mainBranch = branch;
            }
        }
        body.path("tags").forEach(tag -> version.tags.add(tag.asText()));
        if (body.hasNonNull("buildUrl")) {
            version.buildUrl = body.path("buildUrl").asText();
        }
        notice(
                notices,
                "debug",
                "%s %s version %s%s"
                        .formatted(
                                isNew ? "Created" : "Updated",
                                consumer,
                                number,
                                branch.isEmpty() ? "" : " with branch " + branch));
        pacts.forEach(pact -> add(version, pact, notices));
        return BrokerAnswer.ok(document(version, pacts, notices));
    }

    private void add(Version version, Pact pact, ArrayNode notices) {
        state.pacticipant(pact.provider());
        var isSame = version.pacts.put(pact.provider(), pact) != null;
        notice(
                notices,
                "success",
                isSame
                        ? "Pact successfully republished for %s version %s and provider %s with no content changes."
                                .formatted(pact.consumer(), version.number, pact.provider())
                        : "Pact successfully published for %s version %s and provider %s."
                                .formatted(pact.consumer(), version.number, pact.provider()));
        notice(notices, "debug", "  View the published pact at " + links.pact(version, pact.provider()));
        notice(notices, "prompt", "  Next steps:");
    }

    private static void notice(ArrayNode notices, String type, String text) {
        notices.addObject().put("type", type).put("text", text);
    }

    private JsonNode document(Version version, List<Pact> pacts, ArrayNode notices) {
        var document = NODES.objectNode();
        document.set("notices", notices);
        var logs = document.putArray("logs"); // as older clients want them
        notices.forEach(notice -> logs.addObject()
                .put("level", notice.path("type").asText())
                .put("message", notice.path("text").asText())
                .put("deprecationWarning", "Replaced by notices"));
        var embedded = document.putObject("_embedded");
        embedded.set(
                "pacticipant",
                BrokerLinks.self(
                        NODES.objectNode().put("name", version.pacticipant.name),
                        links.pacticipant(version.pacticipant.name),
                        ""));
        embedded.set(
                "version",
                BrokerLinks.self(
                        NODES.objectNode().put("number", version.number), links.version(version), version.number));
        embedded.withObject("/version/_links/self").put("title", "Version");
        var ofDocument = document.putObject("_links");
        ofDocument
                .putObject("pb:pacticipant")
                .put("title", "Pacticipant")
                .put("name", version.pacticipant.name)
                .put("href", links.pacticipant(version.pacticipant.name));
        ofDocument
                .putObject("pb:pacticipant-version")
                .put("title", "Pacticipant version")
                .put("name", version.number)
                .put("href", links.version(version));
        ofDocument.putArray("pb:pacticipant-version-tags");
        var contracts = ofDocument.putArray("pb:contracts");
        pacts.forEach(pact -> contracts
                .addObject()
                .put("title", "Pact")
                .put("name", "Pact between %s (%s) and %s".formatted(pact.consumer(), version.number, pact.provider()))
                .put("href", links.pact(version, pact.provider())));
        return document;
    }
}
