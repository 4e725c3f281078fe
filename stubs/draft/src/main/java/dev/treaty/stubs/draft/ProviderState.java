package dev.treaty.stubs.draft;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What must exist before the request.
 *
 * @param params texts and numbers by name; the lint demands at least one
 */
record ProviderState(String name, Map<String, String> params) {

    ProviderState {
        params = new TreeMap<>(params);
    }

    /** E.g. {@code given("a charge exists", Map.of("id", "ch_42"))}. */
    String toCall() {
        var arguments = params.entrySet().stream()
                .map(param -> JavaText.literal(param.getKey()) + ", " + argument(param.getValue()))
                .collect(Collectors.joining(", "));
        return "given(%s, Map.of(%s))".formatted(JavaText.literal(name), arguments);
    }

    private static String argument(String value) {
        return value.matches("-?[1-9]\\d{0,8}|0|true|false") ? value : JavaText.literal(value);
    }

    /** A guess from the path: {@code /v1/charges/ch_42} needs that "a charge exists" with the id {@code ch_42}. */
    static ProviderState guess(DraftedRequest request) {
        var segments = Arrays.stream(request.path().split("/"))
                .filter(segment -> !segment.isBlank())
                .toList();
        for (var i = segments.size() - 1; i > 0; i--) {
            if (isId(segments.get(i))) {
                return new ProviderState(
                        "a " + singular(words(segments.get(i - 1))) + " exists", Map.of("id", segments.get(i)));
            }
        }
        var last = segments.isEmpty() ? "resources" : words(segments.get(segments.size() - 1));
        return request.method().equals("GET") || request.method().equals("HEAD")
                ? new ProviderState(last + " exist", Map.of("at", request.path()))
                : new ProviderState(last + " can be changed", Map.of("at", request.path()));
    }

    /** Whether a segment of a path names one of many: it has a digit, unless it is a version. */
    static boolean isId(String segment) {
        return segment.chars().anyMatch(Character::isDigit) && !segment.matches("v\\d+(\\.\\d+)*|\\d{4}-\\d\\d-\\d\\d");
    }

    private static String words(String segment) {
        return segment.replaceAll("\\.\\w+$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .replaceAll("[_-]+", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static String singular(String words) {
        if (words.endsWith("ies")) {
            return words.substring(0, words.length() - 3) + "y";
        }
        return words.endsWith("s") && !words.endsWith("ss") ? words.substring(0, words.length() - 1) : words;
    }
}
