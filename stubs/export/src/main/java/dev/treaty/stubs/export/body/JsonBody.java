package dev.treaty.stubs.export.body;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;

import au.com.dius.pact.core.matchers.MatchingContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.export.draft.CanonicalJson;
import dev.treaty.stubs.export.draft.Deviation;
import dev.treaty.stubs.export.draft.MappingDraft;
import java.util.EnumSet;
import java.util.List;

/** A JSON body: {@code equalToJson} where that is enough, otherwise a schema. */
final class JsonBody {

    private final String place;
    private final MappingDraft draft;

    JsonBody(String place, MappingDraft draft) {
        this.place = place;
        this.draft = draft;
    }

    List<ObjectNode> patterns(String text, MatchingContext context) {
        try {
            return List.of(pattern(CanonicalJson.MAPPER.readTree(text), context));
        } catch (JsonProcessingException e) {
            // the contract says that it is JSON; if it is not, pact-jvm never accepts a body
            draft.rule(place, MappingDraft.EQUAL, "equalTo", EnumSet.of(Deviation.NEVER_IN_PACT));
            return List.of(instance.objectNode().put("equalTo", text));
        }
    }

    private ObjectNode pattern(JsonNode expected, MatchingContext context) {
        var plain = context.getMatchers().getMatchingRules().isEmpty() && isPlain(expected);
        if (plain && expected.isContainerNode()) {
            draft.exact(place, MappingDraft.EQUAL, "equalToJson");
            ObjectNode pattern = instance.objectNode().set("equalToJson", expected);
            return pattern.put("ignoreArrayOrder", false).put("ignoreExtraElements", false);
        }
        if (expected.isTextual() && !context.matcherDefined(List.of("$"))) {
            draft.rule(place, MappingDraft.EQUAL, "matchesJsonSchema", EnumSet.of(Deviation.JSON_ROOT_TEXT));
        } else {
            draft.exact(place, "equal where no rule is", "matchesJsonSchema");
        }
        var schema = new JsonSchema(new ScalarSchema(place, draft)).of(List.of("$"), expected, context);
        ObjectNode pattern = instance.objectNode().set("matchesJsonSchema", schema);
        return pattern.put("schemaVersion", "V4");
    }

    /** Whether {@code equalToJson} would accept nothing else: it treats 1.0 and 1 as equal, and has placeholders. */
    private static boolean isPlain(JsonNode expected) {
        if (expected.isContainerNode()) {
            return expected.valueStream().allMatch(JsonBody::isPlain);
        }
        return !expected.isNumber() && !expected.asText().contains("json-unit");
    }
}
