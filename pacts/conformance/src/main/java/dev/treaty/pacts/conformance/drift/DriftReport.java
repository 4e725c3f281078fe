package dev.treaty.pacts.conformance.drift;

import java.util.List;
import java.util.regex.Pattern;

/** Changes as text for a terminal. */
public final class DriftReport {

    private static final Pattern VALUES = Pattern.compile("^one of ([^, ]+)");

    private DriftReport() {}

    /**
     * One paragraph for each change.
     *
     * @param vendor e.g. {@code "stripe"}
     * @param from what the older document is called
     * @param to what the newer one is called
     */
    public static String of(String vendor, String from, String to, List<Change> changes) {
        var text = new StringBuilder("%s: %s -> %s\n".formatted(vendor, from, to));
        if (changes.isEmpty()) {
            text.append("  nothing has changed that a contract touches\n");
        }
        for (var change : changes) {
            text.append("  %s%s\n".formatted(change.breaks() ? "BREAKS  " : "changed ", change.place()));
            text.append("    before: %s\n    now:    %s\n".formatted(change.before(), change.after()));
            append(text, "new values", without(values(change.after()), values(change.before())));
            append(text, "gone values", without(values(change.before()), values(change.after())));
            change.interactions().forEach(interaction -> text.append("    %s\n".formatted(interaction)));
        }
        return text.toString();
    }

    /** Long lists hide what is different. */
    private static void append(StringBuilder text, String name, List<String> values) {
        if (!values.isEmpty()) {
            text.append("    %s: %s\n".formatted(name, String.join(", ", values)));
        }
    }

    private static List<String> without(List<String> some, List<String> others) {
        return others.isEmpty()
                ? List.of()
                : some.stream().filter(value -> !others.contains(value)).toList();
    }

    private static List<String> values(String facts) {
        var found = VALUES.matcher(facts);
        return found.find() ? List.of(found.group(1).split("\\|", -1)) : List.of();
    }
}
