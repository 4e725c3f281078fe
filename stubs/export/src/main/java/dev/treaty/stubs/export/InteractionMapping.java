package dev.treaty.stubs.export;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.IRequest;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Locale;
import java.util.UUID;

/** Makes the mappings of one interaction. */
final class InteractionMapping {

    private final ServedInteraction interaction;
    private final String name;
    private final Translation translation = new Translation();

    /**
     * Of this interaction.
     *
     * @param name no other has it; the mappings' ids are made of it
     */
    InteractionMapping(ServedInteraction interaction, String name) {
        this.interaction = interaction;
        this.name = name;
    }

    /**
     * Translates it.
     *
     * @param byState whether a request must be able to choose it by its state
     */
    ExportedInteraction export(String path, Priority priority, boolean byState) {
        request(interaction.request());
        var response = new ResponseMapping(
                        interaction.interaction().getResponse(),
                        interaction.request().getMethod(),
                        translation)
                .json();
        var mappings = new ArrayList<ObjectNode>();
        if (byState && !interaction.states().isEmpty()) {
            mappings.add(mapping("state", priority.withState(interaction), asked(), response));
        }
        mappings.add(mapping("any", priority.withoutState(interaction), translation.request(), response));
        return new ExportedInteraction(interaction, path, mappings, translation.rules());
    }

    private void request(IRequest expected) {
        translation.request().put("method", expected.getMethod().toUpperCase(Locale.ROOT));
        translation.exact("method", Translation.EQUAL, "method");
        UrlRules.translate(expected, translation);
        HeaderRules.translate(expected, translation);
        var context = new MatchingContext(expected.getMatchingRules().rulesForCategory("body"), false);
        new BodyRules("body", expected.asHttpPart(), context, translation, translation::body).translate();
    }

    /** The same request, with the header that asks for a state. */
    private ObjectNode asked() {
        var states = new RequestedStates(interaction.states());
        var request = translation.request().deepCopy();
        request.withObjectProperty("headers")
                .set(RequestedStates.HEADER, states.form().pattern());
        translation.rule("header " + RequestedStates.HEADER, "its states", "matches", states.losses());
        return request;
    }

    private ObjectNode mapping(String kind, int priority, ObjectNode request, ObjectNode response) {
        var mapping = instance.objectNode()
                .put(
                        "id",
                        UUID.nameUUIDFromBytes((name + "\n" + kind).getBytes(UTF_8))
                                .toString())
                .put("name", interaction.description())
                .put("priority", priority);
        mapping.set("request", request);
        mapping.set("response", response);
        mapping.set("metadata", metadata());
        return mapping;
    }

    private ObjectNode metadata() {
        var metadata = instance.objectNode()
                .put("contract", String.valueOf(interaction.file().path().getFileName()))
                .put("consumer", interaction.file().consumer())
                .put("provider", interaction.provider())
                .put("description", interaction.description());
        var states = metadata.putArray("states");
        interaction
                .states()
                .forEach(state -> states.addObject()
                        .put("name", state.getName())
                        .set("params", JsonBody.JSON.valueToTree(state.getParams())));
        return metadata;
    }
}
