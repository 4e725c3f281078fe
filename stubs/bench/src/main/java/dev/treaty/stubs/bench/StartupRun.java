package dev.treaty.stubs.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long servers take from the start of their process to their first right answer; they take turns, and nothing else runs. */
final class StartupRun {

    private final ServerLauncher servers;
    private final int rounds;
    private final PrintStream progress;
    private final Map<BenchSubject, List<Double>> seconds = new LinkedHashMap<>();
    private final Map<BenchSubject, String> missing = new LinkedHashMap<>();

    StartupRun(ServerLauncher servers, int rounds, PrintStream progress) {
        this.servers = servers;
        this.rounds = rounds;
        this.progress = progress;
    }

    BenchResults measure(Collection<BenchSubject> subjects) throws IOException, InterruptedException {
        for (var round = 1; round <= rounds; round++) {
            for (var subject : subjects) {
                if (!missing.containsKey(subject)) {
                    start(round, subject);
                }
            }
        }
        seconds.keySet().removeAll(missing.keySet());
        return new BenchResults(Map.of(), seconds, Map.of(), missing);
    }

    private void start(int round, BenchSubject subject) throws IOException, InterruptedException {
        try (var server = servers.start(subject)) {
            var taken = server.untilFirstAnswer().toNanos() / 1e9;
            seconds.computeIfAbsent(subject, first -> new ArrayList<>()).add(taken);
            progress.printf("start %d of %d: %s: %s s%n", round, rounds, subject, Figure.shown(taken));
        } catch (ServerNotStarted e) {
            progress.println(e.getMessage());
            missing.put(subject, "did not start");
        }
    }
}
