package dev.treaty.pacts.testing.broker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.testing.broker.BrokerState.Environment;
import dev.treaty.pacts.testing.broker.BrokerState.Live;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Environments, and what is deployed or released to them. */
record EnvironmentRoutes(BrokerState state, BrokerLinks links) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Nullable
    BrokerAnswer answer(BrokerCall call) {
        if (call.is("GET", "/environments")) {
            return all();
        }
        if (call.is("POST", "/environments")) {
            return create(call.body());
        }
        if (call.is("GET", "/environments/*")) {
            return Optional.ofNullable(state.environments.get(call.path().get(1)))
                    .map(environment -> BrokerAnswer.ok(document(environment)))
                    .orElseGet(BrokerAnswer::notFound);
        }
        if (call.is("GET", "/environments/*/deployed-versions/currently-deployed")) {
            return live(call, true);
        }
        if (call.is("GET", "/environments/*/released-versions/currently-supported")) {
            return live(call, false);
        }
        if (call.is("PATCH", "/deployed-versions/*") || call.is("PATCH", "/released-versions/*")) {
            return call.contentType().startsWith("application/merge-patch+json") ? end(call) : BrokerAnswer.empty(415);
        }
        return null;
    }

    private BrokerAnswer all() {
        var document = JSON.objectNode();
        var array = document.putObject("_embedded").putArray("environments");
        state.environments.values().forEach(environment -> array.add(document(environment)));
        return BrokerAnswer.ok(BrokerLinks.self(document, links.base() + "/environments", ""));
    }

    private BrokerAnswer create(JsonNode body) {
        var name = body.path("name").asText();
        if (!body.has("production")) {
            return BrokerAnswer.badRequest("production", "is missing");
        }
        if (name.isEmpty()) {
            return BrokerAnswer.badRequest("name", "is missing");
        }
        if (body.path("contacts")
                .valueStream()
                .anyMatch(contact -> contact.path("name").asText().isEmpty())) {
            return BrokerAnswer.badRequest("contacts", "name must be filled (at index 0)");
        }
        if (name.contains(" ")) {
            return BrokerAnswer.badRequest("name", "cannot contain spaces");
        }
        if (state.environmentNamed(name).isPresent()) {
            return BrokerAnswer.badRequest(
                    "name", "name '%s' is already used by an existing environment.".formatted(name));
        }
        var displayName =
                body.path("displayName").asText(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
        var environment = new Environment(
                UUID.randomUUID().toString(),
                name,
                displayName,
                body.path("production").asBoolean());
        state.environments.put(environment.uuid(), environment);
        return BrokerAnswer.created(document(environment), links.environment(environment.uuid()));
    }

    private ObjectNode document(Environment environment) {
        var document = JSON.objectNode().put("uuid", environment.uuid()).put("name", environment.name());
        document.put("displayName", environment.displayName()).put("production", environment.production());
        var href = links.environment(environment.uuid());
        BrokerLinks.self(document, href, environment.name());
        var ofDocument = document.withObject("/_links");
        ofDocument
                .putObject("pb:currently-deployed-deployed-versions")
                .put("href", href + "/deployed-versions/currently-deployed");
        ofDocument
                .putObject("pb:currently-supported-released-versions")
                .put("href", href + "/released-versions/currently-supported");
        return document;
    }

    private BrokerAnswer live(BrokerCall call, boolean isDeployment) {
        var uuid = call.path().get(1);
        if (!state.environments.containsKey(uuid)) {
            return BrokerAnswer.notFound();
        }
        var pacticipant = call.parameter("pacticipant");
        var document = JSON.objectNode();
        var array = document.putObject("_embedded").putArray(isDeployment ? "deployedVersions" : "releasedVersions");
        state.live.stream()
                .filter(live -> live.isCurrent && live.isDeployment == isDeployment && live.environment.equals(uuid))
                .filter(live -> pacticipant.isEmpty() || pacticipant.get().equals(live.version.pacticipant.name))
                .forEach(live -> array.add(document(live, links)));
        return BrokerAnswer.ok(document);
    }

    /** The end is final: no other value of the field changes anything. */
    private BrokerAnswer end(BrokerCall call) {
        var found = state.live.stream()
                .filter(live -> live.uuid.equals(call.path().get(1)))
                .findFirst();
        if (found.isEmpty()) {
            return BrokerAnswer.notFound();
        }
        var field = found.get().isDeployment ? "currentlyDeployed" : "currentlySupported";
        if (call.body().path(field).asBoolean()) {
            return BrokerAnswer.unprocessable(
                    field,
                    "The %s property cannot be set back to true. Please record a new deployment.".formatted(field));
        }
        if (call.body().path(field).isBoolean()) {
            found.get().isCurrent = false;
        }
        return BrokerAnswer.ok(document(found.get(), links));
    }

    static String href(Live live, BrokerLinks links) {
        return "%s/%s/%s"
                .formatted(links.base(), live.isDeployment ? "deployed-versions" : "released-versions", live.uuid);
    }

    static ObjectNode document(Live live, BrokerLinks links) {
        var document = JSON.objectNode().put("uuid", live.uuid);
        document.put(live.isDeployment ? "currentlyDeployed" : "currentlySupported", live.isCurrent);
        if (live.instance != null) {
            document.put("target", live.instance).put("applicationInstance", live.instance);
        }
        var embedded = document.putObject("_embedded");
        embedded.putObject("pacticipant").put("name", live.version.pacticipant.name);
        embedded.putObject("version").put("number", live.version.number);
        return BrokerLinks.self(document, href(live, links), "");
    }
}
