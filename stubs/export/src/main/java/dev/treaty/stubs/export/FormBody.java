package dev.treaty.stubs.export;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.OptionalBody;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form. WireMock passes by parameters that it is not told of, and Pact accepts none such, so a regex for the whole body says
 * which names there may be, and {@code formParameters} says which values.
 */
final class FormBody {

    private final MatchingContext context;
    private final Translation translation;

    FormBody(MatchingContext context, Translation translation) {
        this.context = context;
        this.translation = translation;
    }

    void translate(OptionalBody body) {
        var values = parse(body.valueAsString(), body.getContentType().asCharset());
        var patterns = translation.request().putObject("formParameters");
        values.forEach((name, each) -> patterns.set(name, parameter(name, each)));
        translation.body(instance.objectNode().put("matches", new Parameters(values).regex()));
        translation.exact("form", "no other parameters", "matches");
    }

    private ObjectNode parameter(String name, List<@Nullable String> values) {
        return new ParameterRules("form " + name, values, translation)
                .translate(context, List.of("$", name), TextRules.Place.FORM);
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
