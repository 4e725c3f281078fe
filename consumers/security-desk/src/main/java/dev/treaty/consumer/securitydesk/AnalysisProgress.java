package dev.treaty.consumer.securitydesk;

import java.util.List;
import java.util.Optional;

/**
 * How far an analysis is.
 *
 * @param state {@code running} or {@code completed}
 * @param total how many addresses it has
 * @param results of those that are done
 */
public record AnalysisProgress(String id, String state, int total, List<Result> results) {

    /** Copies the results. */
    public AnalysisProgress {
        results = List.copyOf(results);
    }

    public boolean isCompleted() {
        return state.equals("completed");
    }

    /**
     * The verdict about one of its addresses.
     *
     * @param risk 0 to 100; empty if the verdict is unknown
     */
    public record Result(String ip, Verdict verdict, Optional<Integer> risk) {}
}
