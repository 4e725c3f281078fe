package dev.treaty.provider.environmentcloner.bench;

import java.util.List;

/**
 * A line of the table.
 *
 * @param what is measured
 * @param ours the figure of the cloner
 * @param peer that of what it is compared with
 * @param goal in words
 * @param measured the figure that the goal is about
 * @param reached {@code yes}, {@code no} or a dash
 */
record BenchRow(String what, String ours, String peer, String goal, String measured, String reached) {

    static final String NONE = "–";

    static final List<String> HEADER =
            List.of("what", "environment-cloner", "compared with", "goal", "measured", "reached");

    static String reached(boolean isReached) {
        return isReached ? "yes" : "no";
    }

    List<String> cells() {
        return List.of(what, ours, peer, goal, measured, reached);
    }
}
