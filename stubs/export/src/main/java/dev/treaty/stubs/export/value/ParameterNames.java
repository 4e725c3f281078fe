package dev.treaty.stubs.export.value;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The names of a query's or a form's parameters, still encoded, and how often each occurs. WireMock checks the parameters that
 * a mapping names and ignores all others, which Pact rejects; a regex for the whole text rejects them, too.
 *
 * @param values by decoded name; {@code null} is a name without an equals sign
 */
public record ParameterNames(Map<String, List<@Nullable String>> values) {

    private static final String UNRESERVED = "-._~";

    /** A regex for texts with these names in any order, and as many parameters as here. */
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

    /** A name as clients write it: characters that need no encoding as they are, others as they are or encoded. */
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
