package dev.treaty.stubs.matching.interaction;

import au.com.dius.pact.core.matchers.generators.ArrayContainsJsonGenerator;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.generators.Generator;
import au.com.dius.pact.core.model.generators.GeneratorTestMode;
import au.com.dius.pact.core.model.generators.Generators;
import au.com.dius.pact.core.model.generators.JsonContentTypeHandler;
import au.com.dius.pact.core.model.generators.JsonQueryResult;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.errors.PathText;
import dev.treaty.pacts.files.BodyText;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Applies the generators of one response or message, as pact-jvm's mock server does ({@code DefaultResponseGenerator}, without plugins). Its own
 * are the text of JSON, in which keys are escaped and numbers stay as they are written, names of headers, whose case is ignored, and what a failure says.
 */
final class GeneratorRun {

    private static final GeneratorTestMode CONSUMER = GeneratorTestMode.Consumer;

    private final InteractionOrigin origin;
    private final Map<String, Object> context = new HashMap<>();

    GeneratorRun(InteractionOrigin origin) {
        this.origin = origin;
        context.put("ArrayContainsJsonGenerator", ArrayContainsJsonGenerator.INSTANCE);
    }

    /** What generators may use; they write to it. */
    Map<String, Object> context() {
        return context;
    }

    int status(Map<String, Generator> generators, int example) {
        var status = example;
        for (var generator : applicable(generators).values()) {
            status = guarded(generator, "the status", () -> (int) value(generator, example));
        }
        return status;
    }

    Map<String, List<String>> headers(Map<String, Generator> generators, Map<String, List<String>> examples) {
        var headers = new LinkedHashMap<>(examples);
        applicable(generators).forEach((key, generator) -> {
            var name = HeaderKey.of(key, examples);
            headers.put(
                    name.name(),
                    name.replacedIn(
                            headers.getOrDefault(name.name(), List.of()),
                            guarded(
                                    generator,
                                    "the header " + key,
                                    () -> String.valueOf(value(generator, examples.get(name.name()))))));
        });
        return headers;
    }

    /** @param values changed in place */
    void metadata(Map<String, Generator> generators, Map<String, Object> values) {
        applicable(generators)
                .forEach((key, generator) -> values.put(
                        key, guarded(generator, "the metadata " + key, () -> value(generator, values.get(key)))));
    }

    OptionalBody body(Map<String, Generator> generators, OptionalBody body, ContentType type) {
        var applicable = applicable(generators);
        if (applicable.isEmpty() || !body.isPresent()) {
            return body;
        }
        return type.isJson() ? json(applicable, body) : other(applicable, body, type);
    }

    private OptionalBody json(Map<String, Generator> generators, OptionalBody body) {
        var any = generators.values().iterator().next();
        var example = guarded(any, "the body", () -> BodyText.read(body.valueAsString()));
        var json = new JsonQueryResult(example, null, null, List.of());
        generators.forEach((key, generator) -> guarded(generator, key + " of the body", () -> {
            JsonContentTypeHandler.INSTANCE.applyKey(json, key, generator, context);
            return json;
        }));
        var text = BodyText.of(json.getJsonValue());
        return OptionalBody.body(text.getBytes(body.getContentType().asCharset()), body.getContentType());
    }

    private OptionalBody other(Map<String, Generator> generators, OptionalBody body, ContentType type) {
        var generator = generators.values().iterator().next();
        return guarded(
                generator,
                "the body",
                () -> Generators.Companion.applyBodyGenerators(generators, body, type, context, CONSUMER));
    }

    private Object value(Generator generator, @Nullable Object example) {
        return generator.generate(context, example);
    }

    /** Those that a stub applies, by their keys; the others are for verification. */
    private static Map<String, Generator> applicable(Map<String, Generator> generators) {
        var applicable = new LinkedHashMap<String, Generator>();
        generators.forEach((key, generator) -> {
            if (generator.correspondsToMode(CONSUMER)) {
                applicable.put(key, SafeGenerator.of(generator));
            }
        });
        return applicable;
    }

    private <T> T guarded(Generator generator, String place, Supplier<T> generate) {
        try {
            return generate.get();
        } catch (RuntimeException e) { // pact-jvm and what it uses throw exceptions of many types
            throw new GeneratorFailure(new ErrorMessage(
                    "\"%s\" has a generator %s for %s, which fails: %s."
                            .formatted(origin.description(), generator.getType(), place, reason(e)),
                    PathText.of(origin.file().path()),
                    "correct the generator, or remove it, so that the example stays as it is"));
        }
    }

    private static String reason(RuntimeException failure) {
        var message = failure.getMessage();
        return message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElse("").replaceAll("\\.$", "");
    }
}
