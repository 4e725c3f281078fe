package dev.treaty.stubs.matching.diagnosis;

import au.com.dius.pact.core.support.json.JsonValue;
import dev.treaty.pacts.errors.Quantity;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Node;

/**
 * What is wrong with a value, in plain words: what it must be, and what it is. pact-jvm's sentences name Java types and put the received
 * value where readers look for the expected one; here, they only tell which rule was broken.
 */
final class MismatchWords {

    private static final List<Sentence> SENTENCES = List.of(
            sentence("^it cannot be compared: .*", (words, match) -> match.group()),
            sentence(
                    "Expected a Map with keys .* but received one with keys .*|Actual map is missing .*",
                    (words, match) -> words.keys()),
            sentence("Expected an empty (Map|List) but received .*", (words, match) -> "must be empty" + words.andIs()),
            sentence(
                    "Expected a List with (\\d+) elements but received (\\d+) elements",
                    (words, match) -> "must have %s, and has %s".formatted(elements(match.group(1)), match.group(2))),
            sentence("Type mismatch: .*", (words, match) -> "must be " + type(words.expected) + words.andIs()),
            sentence(
                    "Expected .* to match '(.*)'|Expected body .* to match .* using regex '(.*)' but did not match",
                    (words, match) -> "must match the regex %s%s"
                            .formatted(match.group(1) == null ? match.group(2) : match.group(1), words.andIs())),
            sentence(
                    "Expected .* to be the same type as .*",
                    (words, match) -> "must be " + type(words.expected) + words.andIs()),
            sentence(
                    "Expected .* to be an? (integer|decimal number|number)",
                    (words, match) -> "must be a%s %s%s"
                            .formatted(match.group(1).equals("integer") ? "n" : "", match.group(1), words.andIs())),
            sentence("Expected .* to match a boolean", (words, match) -> "must be true or false" + words.andIs()),
            sentence("Expected .* to be a null value", (words, match) -> "must be null" + words.andIs()),
            sentence(
                    "Expected .* to include '(.*)'",
                    (words, match) -> "must contain \"%s\"%s".formatted(match.group(1), words.andIs())),
            sentence("Expected .* to not be empty", (words, match) -> "must not be empty"),
            sentence(
                    "Expected .* to match a (date|time|datetime) pattern of '([^']*)': .*",
                    (words, match) -> "must be a %s in the format %s%s"
                            .formatted(
                                    match.group(1).replace("datetime", "date and time"),
                                    match.group(2),
                                    words.andIs())),
            sentence(
                    ".* is not a valid semantic version",
                    (words, match) -> "must be a semantic version such as 1.2.3" + words.andIs()),
            sentence(
                    "Expected .* \\(size (\\d+)\\) to have (min|max)imum size of (\\d+)",
                    (words, match) -> "must have at %s %s, and has %s"
                            .formatted(
                                    match.group(2).equals("min") ? "least" : "most",
                                    elements(match.group(3)),
                                    match.group(1))),
            sentence(
                    "Variant at index .* was not found .*",
                    (words, match) -> "has no element like " + shown(words.expected)),
            sentence(
                    "Expected .* to match .* ignoring order of elements",
                    (words, match) -> "must have the same elements, in any order"),
            sentence("Expected .* to have (\\d+) elements", (words, match) -> "must have " + elements(match.group(1))),
            sentence(
                    "Expected binary contents to have content type '(.*)' but detected contents was '(.*)'",
                    (words, match) -> "must be of the media type %s, and looks like %s"
                            .formatted(match.group(1), match.group(2))),
            sentence(
                    "Expected form post parameter '(.*)' but was missing|Expected form post parameter '(.*)'='.*' but"
                            + " was missing",
                    (words, match) -> "the field \"%s\" is missing"
                            .formatted(match.group(1) == null ? match.group(2) : match.group(1))),
            sentence(
                    "Expected form post parameter '(.*)'(?:\\[\\d+])? with value '(.*)' but was '(.*)'",
                    (words, match) -> "the field \"%s\" must be \"%s\", and is \"%s\""
                            .formatted(match.group(1), match.group(2), match.group(3))),
            sentence(
                    "Expected form post parameter '(.*)' with (\\d+) value\\(s\\) but received (\\d+) value\\(s\\)",
                    (words, match) -> "the field \"%s\" must occur %s, and occurs %s"
                            .formatted(match.group(1), times(match.group(2)), times(match.group(3)))),
            sentence(
                    "Received unexpected form post parameter '(.*)'=\\[.*",
                    (words, match) -> "the field \"%s\" is not in the contract".formatted(match.group(1))),
            sentence(
                    "Expected element (\\S+) but received (\\S+)",
                    (words, match) -> "must be the element %s, and is %s".formatted(match.group(1), match.group(2))),
            sentence(
                    "Expected child (<.*/>) but was missing",
                    (words, match) -> "the element %s is missing".formatted(match.group(1))),
            sentence(
                    "Unexpected child (<.*/>)",
                    (words, match) -> "the element %s is not in the contract".formatted(match.group(1))),
            sentence(
                    "Expected a multipart message with (\\d+) part\\(s\\), but received one with (\\d+) part\\(s\\)",
                    (words, match) -> "must have %s parts, and has %s".formatted(match.group(1), match.group(2))),
            sentence(
                    "Expected a multipart header '(.*?)' with value '(.*)', but was '(.*)'",
                    (words, match) -> "the part's header %s must be \"%s\", and is \"%s\""
                            .formatted(match.group(1), match.group(2), match.group(3))),
            sentence(
                    "Expected a multipart header '(.*)', but was missing",
                    (words, match) -> "the part's header %s is missing".formatted(match.group(1))),
            sentence(
                    "Expected value '(.*)' but received '(.*)'",
                    (words, match) -> "must be \"%s\", and is \"%s\"".formatted(match.group(1), match.group(2))),
            sentence(
                    "Expected (\\S+)='(.*)' but received \\S+='(.*)'",
                    (words, match) -> "the attribute %s must be \"%s\", and is \"%s\""
                            .formatted(match.group(1), match.group(2), match.group(3))),
            sentence(
                    "Expected (\\S+)='.*' but was missing",
                    (words, match) -> "the attribute %s is missing".formatted(match.group(1))),
            sentence(
                    "Expected a Tag with (at least )?(\\d+) attributes but received (\\d+) attributes",
                    (words, match) -> "must have %s%s attributes, and has %s"
                            .formatted(match.group(1) == null ? "" : match.group(1), match.group(2), match.group(3))),
            sentence(
                    "Expected (query parameter|an empty parameter List|multiple values|'.*' but received) .*",
                    (words, match) -> "must be %s%s".formatted(shown(words.expected), words.andIs())),
            sentence("Expected .* but was missing", (words, match) -> "is missing" + words.andMustBe()),
            sentence(
                    "Expected (an empty|null) body but received .*", (words, match) -> "must be empty" + words.andIs()),
            sentence("Actual body \\[.*", (words, match) -> "the bytes are not those of the contract"),
            sentence("Expected .*", (words, match) -> "must be " + shown(words.expected) + words.andIs()));

    private static final int LONGEST = 120;
    private static final int LONGEST_SENTENCE = 600;

    private final @Nullable Object expected;
    private final @Nullable Object actual;

    private MismatchWords(@Nullable Object expected, @Nullable Object actual) {
        this.expected = expected;
        this.actual = actual;
    }

    /**
     * What must be, and what is.
     *
     * @param sentence pact-jvm's
     */
    static String of(String sentence, @Nullable Object expected, @Nullable Object actual) {
        var words = new MismatchWords(expected, actual);
        var start = withoutMiddle(sentence);
        for (var known : SENTENCES) {
            var match = known.pattern().matcher(start);
            if (match.matches()) {
                return known.words().apply(words, match.toMatchResult());
            }
        }
        return start;
    }

    /** It may quote a whole body; what tells the rule is at its start and its end. */
    private static String withoutMiddle(String sentence) {
        var length = sentence.length();
        return length <= LONGEST_SENTENCE
                ? sentence
                : sentence.substring(0, LONGEST_SENTENCE / 3) + "…"
                        + sentence.substring(length - LONGEST_SENTENCE * 2 / 3);
    }

    private String andIs() {
        return actual == null ? ", and is missing" : ", and is " + shown(actual);
    }

    private String andMustBe() {
        return expected == null || expected instanceof Collection<?> ? "" : ", and must be " + shown(expected);
    }

    private String keys() {
        var wanted = names(expected);
        var given = names(actual);
        var missing = new TreeSet<>(wanted);
        missing.removeAll(given);
        var unexpected = new TreeSet<>(given);
        unexpected.removeAll(wanted);
        var lacks = missing.isEmpty() ? "" : "lacks " + joined(missing);
        var has = unexpected.isEmpty() ? "" : "has %s, which the contract does not have".formatted(joined(unexpected));
        return lacks + (lacks.isEmpty() || has.isEmpty() ? "" : " and ") + has;
    }

    private static String joined(Collection<String> names) {
        return ShortText.end(String.join(", ", names), LONGEST);
    }

    private static Collection<String> names(@Nullable Object object) {
        if (object instanceof JsonValue.Object json) {
            return json.getEntries().keySet();
        }
        return object instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).toList()
                : List.of();
    }

    private static String times(String count) {
        return count.equals("1") ? "once" : count + " times";
    }

    private static String type(@Nullable Object value) {
        if (value instanceof JsonValue json) {
            return json.isString()
                    ? "text"
                    : json.isNumber()
                            ? "a number"
                            : json.isBoolean()
                                    ? "true or false"
                                    : json.isArray() ? "a list" : json.isObject() ? "an object" : "null";
        }
        return value instanceof Collection<?>
                ? "a list"
                : value instanceof Map<?, ?> ? "an object" : "like " + shown(value);
    }

    private static String elements(String number) {
        return Quantity.of(Long.parseLong(number), "element");
    }

    static String shown(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return Quantity.of(bytes.length, "byte");
        }
        if (value instanceof Node node) {
            return node.getNodeType() == Node.ELEMENT_NODE
                    ? "<%s>".formatted(node.getNodeName())
                    : quoted(node.getNodeValue());
        }
        if (value instanceof JsonValue.Array || value instanceof Collection<?>) {
            return "a list of %s"
                    .formatted(value instanceof JsonValue.Array list ? list.getSize() : ((Collection<?>) value).size());
        }
        if (value instanceof JsonValue.Object || value instanceof Map<?, ?>) {
            return names(value).isEmpty() ? "an empty object" : "an object with " + joined(names(value));
        }
        if (value instanceof JsonValue json) {
            return ShortText.end(json.serialise(), LONGEST);
        }
        return value instanceof String text ? quoted(text) : ShortText.end(String.valueOf(value), LONGEST);
    }

    private static String quoted(@Nullable String text) {
        return "\"%s\"".formatted(ShortText.end(String.valueOf(text), LONGEST));
    }

    private static Sentence sentence(String regex, BiFunction<MismatchWords, MatchResult, String> words) {
        return new Sentence(Pattern.compile(regex, Pattern.DOTALL), words);
    }

    private record Sentence(Pattern pattern, BiFunction<MismatchWords, MatchResult, String> words) {}
}
