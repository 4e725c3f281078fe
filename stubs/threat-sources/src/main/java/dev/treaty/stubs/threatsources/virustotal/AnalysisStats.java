package dev.treaty.stubs.threatsources.virustotal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.Json;
import java.util.List;

/**
 * What the engines say of an address, a file or a URL.
 *
 * @param malicious how many call it malicious
 * @param suspicious how many call it suspicious
 * @param harmless how many call it harmless
 * @param undetected how many say nothing
 */
record AnalysisStats(int malicious, int suspicious, int harmless, int undetected) {

    /** Before an analysis, and without one. */
    static final AnalysisStats NONE = new AnalysisStats(0, 0, 0, 0);

    private static final int ENGINES = 94;
    private static final int HARMLESS_SHARE = 3;

    /** A few names, so that the results of a report are no longer than they need to be. */
    private static final List<String> NAMES = List.of("Abacus", "Beacon", "Citadel", "Drawbridge", "Escarpment");

    /** All engines answer; two of three that have nothing against it call it harmless. */
    static AnalysisStats of(int malicious, int suspicious) {
        var rest = Math.max(0, ENGINES - malicious - suspicious);
        var undetected = rest / HARMLESS_SHARE;
        return new AnalysisStats(malicious, suspicious, rest - undetected, undetected);
    }

    ObjectNode toJson() {
        return Json.object()
                .put("malicious", malicious)
                .put("suspicious", suspicious)
                .put("undetected", undetected)
                .put("harmless", harmless)
                .put("timeout", 0);
    }

    /** Adds what only files have. */
    ObjectNode toJsonOfFile() {
        return toJson().put("confirmed-timeout", 0).put("failure", 0).put("type-unsupported", 0);
    }

    /** The results of some engines, by their names. */
    ObjectNode results() {
        var results = Json.object();
        for (var i = 0; i < NAMES.size() && !equals(NONE); i++) {
            var category = i < malicious ? "malicious" : i < malicious + suspicious ? "suspicious" : "harmless";
            results.putObject(NAMES.get(i))
                    .put("category", category)
                    .put("engine_name", NAMES.get(i))
                    .put("method", "blacklist")
                    .put("result", category.equals("harmless") ? "clean" : category);
        }
        return results;
    }
}
