package dev.treaty.pacts.compare.json;

import static dev.treaty.pacts.compare.json.Steps.text;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.support.json.JsonValue;
import dev.treaty.pacts.compare.text.TextDifference;
import dev.treaty.pacts.compare.text.TextSets;
import dev.treaty.pacts.files.BodyText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether all JSON that one example with rules accepts is accepted by another, too. If not, the smallest values that make the difference are
 * suggested. What is called proven is: sets are only ever widened on the one side and narrowed on the other.
 */
public final class JsonInclusion {

    private static final ObjectInclusion OBJECTS = new ObjectInclusion(JsonInclusion::difference);
    private static final ListInclusion LISTS = new ListInclusion(JsonInclusion::difference);

    private JsonInclusion() {}

    /** Compares what {@code before} accepts with what {@code after} accepts. */
    public static JsonDifference difference(
            JsonValue before, MatchingContext rulesBefore, JsonValue after, MatchingContext rulesAfter) {
        return difference(
                ShapeReader.read(before, Steps.ROOT, rulesBefore),
                ShapeReader.read(after, Steps.ROOT, rulesAfter),
                Steps.ROOT);
    }

    /** A small value that an example with rules accepts, probably. */
    public static Optional<JsonValue> smallest(JsonValue expected, MatchingContext rules) {
        return Samples.smallest(ShapeReader.read(expected, Steps.ROOT, rules));
    }

    private static JsonDifference difference(Shape before, Shape after, List<String> path) {
        if (after.isAny() || before == Shape.NOTHING || before == after) {
            return JsonDifference.NONE;
        }
        var difference = after.isExact() ? JsonDifference.NONE : JsonDifference.undecided(text(path));
        for (var kind : Kind.values()) {
            difference = difference.and(difference(before, after, kind, path));
        }
        return difference;
    }

    private static JsonDifference difference(Shape before, Shape after, Kind kind, List<String> path) {
        if (kind != Kind.OBJECT && kind != Kind.ARRAY) {
            return texts(before, after, kind, path);
        } else if (!before.hasRules(kind) || !after.hasRules(kind)) {
            return withoutRules(before, after, kind, path);
        }
        return kind == Kind.OBJECT
                ? OBJECTS.difference(
                        before.objects().orElseThrow(), after.objects().orElseThrow(), path)
                : LISTS.difference(before.lists().orElseThrow(), after.lists().orElseThrow(), path);
    }

    private static JsonDifference texts(Shape before, Shape after, Kind kind, List<String> path) {
        var difference = TextDifference.between(before.text(kind), after.text(kind), kind.texts());
        if (difference.isNone()) {
            return JsonDifference.NONE;
        }
        return difference
                .example()
                .or(() -> wrapped(before, after, kind))
                .map(text -> JsonDifference.of(Steps.example(kind.value(text), path)))
                .orElseGet(() -> JsonDifference.undecided(text(path)));
    }

    /** The text of a list or object around a text that is accepted: a regex with a dot matches that, too. */
    private static Optional<String> wrapped(Shape before, Shape after, Kind kind) {
        if (kind != Kind.ARRAY && kind != Kind.OBJECT) {
            return Optional.empty();
        }
        var inside = TextDifference.shortest(before.text(Kind.STRING), Kind.STRING.texts());
        return Stream.concat(Stream.of(before.example().toString()), inside.stream())
                .map(text -> BodyText.of(new JsonValue.StringValue(text)))
                .map(text -> kind == Kind.ARRAY ? "[" + text + "]" : "{\"a\":" + text + "}")
                .filter(text ->
                        before.text(kind).contains(text) && !after.text(kind).contains(text))
                .findFirst();
    }

    /** One side, or both, only know the texts of lists or objects. */
    private static JsonDifference withoutRules(Shape before, Shape after, Kind kind, List<String> path) {
        var isRuled = before.hasRules(kind);
        if (!isRuled && after.hasRules(kind)) {
            return TextDifference.between(before.text(kind), TextSets.NONE, kind.texts())
                            .isNone()
                    ? JsonDifference.NONE
                    : sampleOf(before, kind, path).and(JsonDifference.undecided(text(path)));
        } else if (!isRuled) {
            return texts(before, after, kind, path);
        }
        return after.text(kind).equals(TextSets.EVERY)
                ? JsonDifference.NONE
                : after.text(kind).equals(TextSets.NONE)
                        ? sample(before, path)
                        : sample(before, path).and(JsonDifference.undecided(text(path)));
    }

    private static JsonDifference sampleOf(Shape shape, Kind kind, List<String> path) {
        return TextDifference.shortest(shape.text(kind), kind.texts())
                .map(text -> JsonDifference.of(Steps.example(kind.value(text), path)))
                .orElse(JsonDifference.NONE);
    }

    private static JsonDifference sample(Shape shape, List<String> path) {
        return Samples.smallest(shape)
                .map(value -> JsonDifference.of(Steps.example(value, path)))
                .orElseGet(() -> JsonDifference.undecided(text(path)));
    }
}
