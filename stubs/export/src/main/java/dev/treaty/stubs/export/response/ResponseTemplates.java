package dev.treaty.stubs.export.response;

import au.com.dius.pact.core.matchers.Matchers;
import au.com.dius.pact.core.model.IResponse;
import au.com.dius.pact.core.model.generators.ArrayContainsGenerator;
import au.com.dius.pact.core.model.generators.Category;
import au.com.dius.pact.core.model.generators.Generator;
import au.com.dius.pact.core.model.generators.GeneratorTestMode;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.export.draft.CanonicalJson;
import dev.treaty.stubs.export.draft.Deviation;
import dev.treaty.stubs.export.draft.MappingDraft;
import dev.treaty.stubs.export.value.RulePath;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Generators of a response as templates of WireMock; what a template cannot generate stays as in the example. */
final class ResponseTemplates {

    private final Map<String, GeneratorTemplate> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, GeneratorTemplate> body = new LinkedHashMap<>();

    private ResponseTemplates() {}

    static ResponseTemplates of(IResponse response, MappingDraft draft) {
        var generated = new ResponseTemplates();
        var context = new LinkedHashMap<String, Object>();
        for (var category : List.of(Category.STATUS, Category.HEADER, Category.BODY)) {
            response.setupGenerators(category, context)
                    .forEach((path, generator) -> generated.add(category, path, generator, response, draft));
        }
        return generated;
    }

    private void add(Category category, String path, Generator generator, IResponse response, MappingDraft draft) {
        if (!changesExample(generator)) {
            return;
        }
        var place = "response " + category.name().toLowerCase(Locale.ROOT) + " " + path;
        var template = GeneratorTemplate.of(generator);
        var isJson = response.asHttpPart().determineContentType().isJson();
        var possible = category == Category.HEADER || (category == Category.BODY && isJson);
        if (template.isEmpty() || !possible) {
            draft.rule(place, generator.getType(), "the example", EnumSet.of(Deviation.EXAMPLE_AS_RESPONSE));
            return;
        }
        draft.rule(
                place, generator.getType(), "response-template", template.get().deviations());
        (category == Category.HEADER ? headers : body).put(path, template.get());
    }

    /**
     * A stub has no provider state to generate values from, so it keeps the example; and a list may have variants without
     * generators.
     */
    private static boolean changesExample(Generator generator) {
        return generator.correspondsToMode(GeneratorTestMode.Consumer)
                && !(generator instanceof ArrayContainsGenerator list
                        && list.getVariants().stream()
                                .allMatch(variant -> variant.getThird().isEmpty()));
    }

    boolean isTemplate() {
        return !headers.isEmpty() || !body.isEmpty();
    }

    String header(String name, String value) {
        var template = headers.get(name);
        return template == null ? literal(value) : template.text();
    }

    /** JSON with templates; quoted, unless they generate a number or a boolean. */
    String body(String text) {
        if (body.isEmpty()) {
            return literal(text);
        }
        try {
            var json = CanonicalJson.MAPPER.readTree(text);
            var placed = new LinkedHashMap<String, String>();
            var template = literal(replaced(List.of("$"), json, placed).toString());
            for (var place : placed.entrySet()) {
                // with a space where three braces would be something else
                var mark = "\"" + place.getKey() + "\"";
                template = template.replace(
                                mark + "}", place.getValue() + (place.getValue().endsWith("}") ? " }" : "}"))
                        .replace(mark, place.getValue());
            }
            return template;
        } catch (JsonProcessingException e) {
            return literal(text);
        }
    }

    /** A template starts with two braces; braces in the example are escaped. */
    private String literal(String text) {
        return isTemplate() ? text.replace("{{", "{{val '{{'}}") : text;
    }

    private JsonNode replaced(List<String> path, JsonNode node, Map<String, String> placed) {
        for (var generator : body.entrySet()) {
            if (Matchers.INSTANCE.matchesPath(generator.getKey(), path) == path.size()) {
                // with a space where three braces would be something else
                var mark = "@@" + placed.size() + "@@";
                var template = generator.getValue();
                placed.put(mark, template.isText() ? "\"" + template.text() + "\"" : template.text());
                return CanonicalJson.MAPPER.getNodeFactory().textNode(mark);
            }
        }
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(property -> property.setValue(
                            replaced(RulePath.child(path, property.getKey()), property.getValue(), placed)));
        } else if (node instanceof ArrayNode array) {
            for (var i = 0; i < array.size(); i++) {
                array.set(i, replaced(RulePath.child(path, String.valueOf(i)), array.get(i), placed));
            }
        }
        return node;
    }
}
