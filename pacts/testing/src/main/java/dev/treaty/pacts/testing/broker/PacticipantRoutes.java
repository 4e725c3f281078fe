package dev.treaty.pacts.testing.broker;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.testing.broker.BrokerState.Environment;
import dev.treaty.pacts.testing.broker.BrokerState.Live;
import dev.treaty.pacts.testing.broker.BrokerState.Pacticipant;
import dev.treaty.pacts.testing.broker.BrokerState.Version;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pacticipants, versions, branches, tags, integrations, and what is recorded as deployed or released. */
record PacticipantRoutes(BrokerState state, BrokerLinks links) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Nullable
    BrokerAnswer answer(BrokerCall call) {
        if (call.is("GET", "/pacticipants")) {
            return all();
        }
        if (call.is("GET", "/integrations")) {
            return integrations();
        }
        if (call.path().size() < 2 || !call.path().get(0).equals("pacticipants")) {
            return null;
        }
        var name = call.path().get(1);
        if (call.is("GET", "/pacticipants/*")) {
            return Optional.ofNullable(state.pacticipants.get(name))
                    .map(pacticipant -> BrokerAnswer.ok(document(pacticipant)))
                    .orElseGet(BrokerAnswer::notFound);
        }
        if (call.is("PATCH", "/pacticipants/*")) {
            return patch(state.pacticipant(name), call);
        }
        return version(call, name);
    }

    private BrokerAnswer patch(Pacticipant pacticipant, BrokerCall call) {
        if (call.body().hasNonNull("mainBranch")) {
            pacticipant.mainBranch = call.body().path("mainBranch").asText();
        }
        return BrokerAnswer.ok(document(pacticipant));
    }

    private @Nullable BrokerAnswer version(BrokerCall call, String name) {
        var path = call.path();
        if (call.is("GET", "/pacticipants/*/versions/*")) {
            return found(state.find(name, path.get(3)));
        }
        if (call.is("GET", "/pacticipants/*/latest-version")) {
            return found(Optional.ofNullable(state.pacticipants.get(name)).flatMap(Pacticipant::latest));
        }
        if (call.is("GET", "/pacticipants/*/latest-version/*")) {
            return found(Optional.ofNullable(state.pacticipants.get(name)).flatMap(owner -> owner.latest(path.get(3))));
        }
        if (call.is("PUT", "/pacticipants/*/branches/*/versions/*")) {
            var version = state.version(name, path.get(5));
            state.addToBranch(version, path.get(3));
            var href = links.branchVersion(version, path.get(3));
            return BrokerAnswer.created(BrokerLinks.self(JSON.objectNode(), href, path.get(5)), href);
        }
        if (call.is("DELETE", "/pacticipants/*/branches/*")) {
            return deleteBranch(name, path.get(3));
        }
        if (call.is("PUT", "/pacticipants/*/versions/*/tags/*")) {
            state.version(name, path.get(3)).tags.add(path.get(5));
            return BrokerAnswer.created(JSON.objectNode().put("name", path.get(5)), "");
        }
        if (call.is("POST", "/pacticipants/*/versions/*/deployed-versions/environment/*")
                || call.is("POST", "/pacticipants/*/versions/*/released-versions/environment/*")) {
            return state.find(name, path.get(3))
                    .filter(version -> state.environments.containsKey(path.get(6)))
                    .map(version -> record(call, version, path.get(4).equals("deployed-versions"), path.get(6)))
                    .orElseGet(BrokerAnswer::notFound);
        }
        return null;
    }

    private BrokerAnswer found(Optional<Version> version) {
        return version.map(found -> BrokerAnswer.ok(document(found))).orElseGet(BrokerAnswer::notFound);
    }

    private BrokerAnswer deleteBranch(String name, String branch) {
        var pacticipant = state.pacticipants.get(name);
        if (pacticipant == null || pacticipant.branches.remove(branch) == null) {
            return BrokerAnswer.notFound();
        }
        pacticipant.versions.values().forEach(version -> version.branches.remove(branch));
        return BrokerAnswer.empty(204);
    }

    /** A deployment ends the one before in the same environment and instance; a release ends nothing; what is there stays as it is. */
    private BrokerAnswer record(BrokerCall call, Version version, boolean isDeployment, String environment) {
        var instance = call.body().hasNonNull("applicationInstance")
                ? call.body().path("applicationInstance").asText()
                : null;
        var there = state.live.stream()
                .filter(live -> live.isCurrent
                        && live.isDeployment == isDeployment
                        && live.environment.equals(environment)
                        && live.version.pacticipant == version.pacticipant
                        && Objects.equals(live.instance, instance))
                .toList();
        var recorded = there.stream()
                .filter(live -> live.version == version)
                .findFirst()
                .orElseGet(() -> add(new Live(isDeployment, environment, version, instance), there));
        var document = EnvironmentRoutes.document(recorded, links);
        return BrokerAnswer.created(document, document.at("/_links/self/href").asText());
    }

    private Live add(Live recorded, List<Live> before) {
        if (recorded.isDeployment) {
            before.forEach(live -> live.isCurrent = false);
        }
        state.live.add(recorded);
        return recorded;
    }

    private BrokerAnswer all() {
        var document = JSON.objectNode();
        var array = document.putObject("_embedded").putArray("pacticipants");
        state.pacticipants.values().forEach(pacticipant -> array.add(document(pacticipant)));
        return BrokerAnswer.ok(document);
    }

    private BrokerAnswer integrations() {
        var document = JSON.objectNode();
        var array = document.putObject("_embedded").putArray("integrations");
        state.pacticipants
                .values()
                .forEach(consumer -> consumer.versions.values().stream()
                        .flatMap(version -> version.pacts.keySet().stream())
                        .distinct()
                        .sorted()
                        .forEach(provider -> {
                            var integration = array.addObject();
                            integration.putObject("consumer").put("name", consumer.name);
                            integration.putObject("provider").put("name", provider);
                        }));
        return BrokerAnswer.ok(document);
    }

    private ObjectNode document(Pacticipant pacticipant) {
        var document = JSON.objectNode().put("name", pacticipant.name);
        if (pacticipant.mainBranch != null) {
            document.put("mainBranch", pacticipant.mainBranch);
        }
        var self = links.pacticipant(pacticipant.name);
        BrokerLinks.self(document, self, "");
        var ofDocument = document.withObject("/_links");
        ofDocument
                .putObject("pb:branch-version")
                .put("href", self + "/branches/{branch}/versions/{version}")
                .put("templated", true);
        ofDocument
                .putObject("pb:version-tag")
                .put("href", self + "/versions/{version}/tags/{tag}")
                .put("templated", true);
        return document;
    }

    private ObjectNode document(Version version) {
        var document = JSON.objectNode().put("number", version.number);
        if (version.buildUrl != null) {
            document.put("buildUrl", version.buildUrl);
        }
        var embedded = document.putObject("_embedded");
        var branches = embedded.putArray("branchVersions");
        version.branches.forEach(branch -> branches.add(branchVersion(version, branch)));
        var tags = embedded.putArray("tags");
        version.tags.forEach(tag -> tags.addObject().put("name", tag));
        BrokerLinks.self(document, links.version(version), version.number);
        var ofDocument = document.withObject("/_links");
        var pacts = ofDocument.putArray("pb:pact-versions");
        version.pacts
                .values()
                .forEach(pact -> pacts.addObject()
                        .put("title", "Pact")
                        .put(
                                "name",
                                "Pact between %s (%s) and %s"
                                        .formatted(pact.consumer(), version.number, pact.provider()))
                        .put("href", links.pact(version, pact.provider())));
        addLive(ofDocument.putArray("pb:deployed-environments"), version, true);
        addLive(ofDocument.putArray("pb:released-environments"), version, false);
        addEnvironments(ofDocument.putArray("pb:record-deployment"), version, "deployed-versions", "deployment");
        addEnvironments(ofDocument.putArray("pb:record-release"), version, "released-versions", "release");
        return document;
    }

    private ObjectNode branchVersion(Version version, String branch) {
        var isLatest =
                version.pacticipant.head(branch).filter(head -> head == version).isPresent();
        var document = JSON.objectNode().put("name", branch).put("latest", isLatest);
        return BrokerLinks.self(document, links.branchVersion(version, branch), branch);
    }

    private void addLive(ArrayNode array, Version version, boolean isDeployment) {
        List.copyOf(state.live).stream()
                .filter(live -> live.version == version && live.isDeployment == isDeployment)
                .forEach(live -> addLive(array.addObject(), live));
    }

    /** Also what was there before. */
    private void addLive(ObjectNode link, Live live) {
        link.put("name", displayName(live))
                .put("href", EnvironmentRoutes.href(live, links))
                .put(live.isDeployment ? "currently_deployed" : "currently_supported", live.isCurrent);
        if (live.instance != null) {
            link.put("application_instance", live.instance);
        }
    }

    private String displayName(Live live) {
        return Optional.ofNullable(state.environments.get(live.environment))
                .map(Environment::displayName)
                .orElse("");
    }

    private void addEnvironments(ArrayNode array, Version version, String kind, String what) {
        state.environments
                .values()
                .forEach(environment -> array.addObject()
                        .put("title", "Record %s to %s".formatted(what, environment.displayName()))
                        .put("name", environment.name())
                        .put(
                                "href",
                                "%s/%s/environment/%s".formatted(links.version(version), kind, environment.uuid())));
    }
}
