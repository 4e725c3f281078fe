package dev.treaty.pacts.compare.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.support.json.JsonParser;
import au.com.dius.pact.core.support.json.JsonValue;
import dev.treaty.pacts.files.BodyText;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.TreeMap;

/** Makes an answer of one interaction fit another interaction, too, that is answered by the same. */
public final class CommonAnswer {

    private CommonAnswer() {}

    /** The same answer with what the other interaction requires beside it: headers, and members of a body in JSON. */
    public static Answer of(Answer answer, V4Interaction other) {
        return ExpectedAnswers.of(other)
                .map(expected -> together(answer, SampleAnswer.of(expected)))
                .orElse(answer);
    }

    private static Answer together(Answer answer, Answer other) {
        var fields = new TreeMap<>(answer.fields());
        other.fields().forEach(fields::putIfAbsent);
        return new Answer(answer.status(), fields, together(answer.body(), other.body()));
    }

    private static OptionalBody together(OptionalBody body, OptionalBody other) {
        if (!body.isPresent() || !other.isPresent()) {
            return body.isPresent() ? body : other;
        }
        var one = json(body);
        return one.isPresent()
                ? json(other)
                        .map(both -> together(one.get(), both))
                        .map(both -> OptionalBody.body(BodyText.of(both).getBytes(UTF_8), body.getContentType()))
                        .orElse(body)
                : body;
    }

    private static Optional<JsonValue> json(OptionalBody body) {
        try {
            return Optional.of(JsonParser.parseString(body.valueAsString()));
        } catch (Exception e) { // of several types
            return Optional.empty();
        }
    }

    private static JsonValue together(JsonValue one, JsonValue other) {
        if (!(one instanceof JsonValue.Object object) || !(other instanceof JsonValue.Object further)) {
            return one;
        }
        var members = new LinkedHashMap<>(object.getEntries());
        further.getEntries().forEach((name, value) -> members.merge(name, value, CommonAnswer::together));
        return new JsonValue.Object(members);
    }
}
