package dev.treaty.stubs.export.body;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.OptionalBody;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.export.draft.MappingDraft;
import dev.treaty.stubs.export.value.ParameterNames;
import dev.treaty.stubs.export.value.ParameterTranslator;
import dev.treaty.stubs.export.value.TextTranslation;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form. WireMock ignores parameters that a mapping does not name, and Pact rejects them, so a regex for the whole body says
 * which names are allowed, and {@code formParameters} says which values.
 */
final class FormBody {

    private final MatchingContext context;
    private final MappingDraft draft;

    FormBody(MatchingContext context, MappingDraft draft) {
        this.context = context;
        this.draft = draft;
    }

    void translate(OptionalBody body) {
        var values = parse(body.valueAsString(), body.getContentType().asCharset());
        var patterns = draft.request().putObject("formParameters");
        values.forEach((name, each) -> patterns.set(name, parameter(name, each)));
        draft.body(instance.objectNode().put("matches", new ParameterNames(values).regex()));
        draft.exact("form", "no other parameters", "matches");
    }

    private ObjectNode parameter(String name, List<@Nullable String> values) {
        return new ParameterTranslator("form " + name, values, draft)
                .translate(context, List.of("$", name), TextTranslation.Place.FORM);
    }

    private static Map<String, List<@Nullable String>> parse(String form, Charset charset) {
        var values = new LinkedHashMap<String, List<@Nullable String>>();
        for (var parameter : form.split("&", -1)) {
            if (!parameter.isEmpty()) {
                var parts = parameter.split("=", 2);
                values.computeIfAbsent(URLDecoder.decode(parts[0], charset), name -> new ArrayList<>())
                        .add(parts.length > 1 ? URLDecoder.decode(parts[1], charset) : null);
            }
        }
        return values;
    }
}
