package dev.treaty.stubs.export.value;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query or a form, still encoded: which names there are, and how many. WireMock looks at the values of
 * each parameter that it is told of and passes by all others; Pact accepts no others. A regex for the whole text can tell.
 *
 * @param values by decoded name; {@code null} is a name without an equals sign
 */
public record ParameterNames(Map<String, List<@Nullable String>> values) {

    private static final String UNRESERVED = "-._~";

    /** What a text with these names, each as often as here and in any order, matches. */
    public String regex() {
        var name = names();
        var count = values.values().stream().mapToInt(List::size).sum();
        return switch (count) {
            case 0 -> "";
            case 1 -> name;
            case 2 -> name + "&" + name;
            default -> name + "(?:&" + name + "){" + (count - 1) + "}";
        };
    }

    private String names() {
        var plain = new ArrayList<String>();
        var bare = new ArrayList<String>();
        values.forEach((name, each) -> {
            if (each.stream().anyMatch(value -> value != null)) {
                plain.add(encoded(name));
            }
            if (each.stream().anyMatch(value -> value == null)) {
                bare.add(encoded(name));
            }
        });
        var alternatives = new ArrayList<String>();
        if (!plain.isEmpty()) {
            alternatives.add(alternatives(plain) + "=[^&]*");
        }
        alternatives.addAll(bare);
        return alternatives(alternatives);
    }

    private static String alternatives(List<String> regexes) {
        return regexes.size() == 1 ? regexes.get(0) : regexes.stream().collect(Collectors.joining("|", "(?:", ")"));
    }

    /** A name as clients write it: what needs no encoding as it is, the rest as it is or encoded. */
    private static String encoded(String name) {
        return name.codePoints().mapToObj(ParameterNames::encoded).collect(Collectors.joining());
    }

    private static String encoded(int codePoint) {
        var text = Character.toString(codePoint);
        if (codePoint < 128 && (Character.isLetterOrDigit(codePoint) || UNRESERVED.contains(text))) {
            return Regexes.quote(text);
        }
        var percent = new StringBuilder();
        for (var octet : text.getBytes(UTF_8)) {
            percent.append(String.format(Locale.ROOT, "%%%02X", octet));
        }
        var spelled = codePoint == ' ' ? "\\+" : Regexes.quote(text);
        return "(?i:%s|%s)".formatted(spelled, percent);
    }
}
