package dev.treaty.pacts.conformance.drift;

import java.util.List;

/** Changes as text for a terminal. */
public final class DriftReport {

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
            change.interactions().forEach(interaction -> text.append("    %s\n".formatted(interaction)));
        }
        return text.toString();
    }
}
