package dev.treaty.stubs.export;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.errors.PathText;
import dev.treaty.stubs.export.draft.CanonicalJson;
import dev.treaty.stubs.export.draft.MappingDraft;
import dev.treaty.stubs.export.overlap.MappingPriority;
import dev.treaty.stubs.export.overlap.RankedInteraction;
import dev.treaty.stubs.export.request.RequestMapping;
import dev.treaty.stubs.export.request.RequestedStates;
import dev.treaty.stubs.export.response.ResponseMapping;
import java.util.ArrayList;
import java.util.UUID;

/** Makes the mappings of one interaction. */
final class InteractionMapping {

    private final RankedInteraction interaction;
    private final String name;
    private final MappingDraft draft = new MappingDraft();

    /**     * For one interaction.
     *
     * @param name unique; the ids of the mappings are derived from it
     */
    InteractionMapping(RankedInteraction interaction, String name) {
        this.interaction = interaction;
        this.name = name;
    }

    /**     * Makes its mappings.
     *
     * @param byState whether a request can also choose it by its state
     */
    ExportedInteraction export(String path, MappingPriority priority, boolean byState) {
        RequestMapping.translate(interaction.request(), draft);
        var response = new ResponseMapping(
                        interaction.interaction().getResponse(),
                        interaction.request().getMethod(),
                        draft)
                .json();
        var mappings = new ArrayList<ObjectNode>();
        if (byState && !interaction.states().isEmpty()) {
            mappings.add(mapping("state", priority.withState(interaction), asked(), response));
        }
        mappings.add(mapping("any", priority.withoutState(interaction), draft.request(), response));
        return new ExportedInteraction(interaction, path, mappings, draft.rules());
    }

    /** The same request, with the header that requests its state. */
    private ObjectNode asked() {
        var states = new RequestedStates(interaction.states());
        var request = draft.request().deepCopy();
        request.withObjectProperty("headers")
                .set(RequestedStates.HEADER, states.pattern().json());
        draft.rule("header " + RequestedStates.HEADER, "its states", "matches", states.deviations());
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
                .put("contract", PathText.name(interaction.file().path()))
                .put("consumer", interaction.file().consumer())
                .put("provider", interaction.provider())
                .put("description", interaction.description());
        var states = metadata.putArray("states");
        interaction
                .states()
                .forEach(state -> states.addObject()
                        .put("name", state.getName())
                        .set("params", CanonicalJson.MAPPER.valueToTree(state.getParams())));
        return metadata;
    }
}
