package dev.treaty.stubs.export;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;

import au.com.dius.pact.core.matchers.MatchingContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;

/** A JSON body: {@code equalToJson} where that is all there is to say, otherwise a schema. */
final class JsonBody {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final String place;
    private final Translation translation;

    JsonBody(String place, Translation translation) {
        this.place = place;
        this.translation = translation;
    }

    List<ObjectNode> patterns(String text, MatchingContext context) {
        try {
            return List.of(pattern(JSON.readTree(text), context));
        } catch (JsonProcessingException e) {
            // the contract says that it is JSON, and pact-jvm never accepts anything for what is none
            translation.rule(place, Translation.EQUAL, "equalTo", EnumSet.of(Loss.NEVER_IN_PACT));
            return List.of(instance.objectNode().put("equalTo", text));
        }
    }

    private ObjectNode pattern(JsonNode expected, MatchingContext context) {
        var plain = context.getMatchers().getMatchingRules().isEmpty() && isPlain(expected);
        if (plain && expected.isContainerNode()) {
            translation.exact(place, Translation.EQUAL, "equalToJson");
            ObjectNode pattern = instance.objectNode().set("equalToJson", expected);
            return pattern.put("ignoreArrayOrder", false).put("ignoreExtraElements", false);
        }
        if (expected.isTextual() && !context.matcherDefined(List.of("$"))) {
            translation.rule(place, Translation.EQUAL, "matchesJsonSchema", EnumSet.of(Loss.JSON_ROOT_TEXT));
        } else {
            translation.exact(place, "equal where no rule is", "matchesJsonSchema");
        }
        var schema = new JsonSchema(new JsonRules(place, translation)).of(List.of("$"), expected, context);
        ObjectNode pattern = instance.objectNode().set("matchesJsonSchema", schema);
        return pattern.put("schemaVersion", "V4");
    }

    /** Whether {@code equalToJson} accepts nothing else: it takes 1.0 for 1, and has placeholders. */
    private static boolean isPlain(JsonNode expected) {
        if (expected.isContainerNode()) {
            return expected.valueStream().allMatch(JsonBody::isPlain);
        }
        return !expected.isNumber() && !expected.asText().contains("json-unit");
    }
}
