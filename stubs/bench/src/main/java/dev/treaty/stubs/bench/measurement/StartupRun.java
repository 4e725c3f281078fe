package dev.treaty.stubs.bench.measurement;

import dev.treaty.stubs.bench.server.ServerInScenario;
import dev.treaty.stubs.bench.server.ServerLauncher;
import dev.treaty.stubs.bench.server.ServerNotStarted;
import dev.treaty.stubs.bench.text.Figures;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures the time from the start of a process to its first correct response. Servers take turns, and nothing else runs. */
final class StartupRun {

    private final ServerLauncher launcher;
    private final int rounds;
    private final PrintStream progress;
    private final Map<ServerInScenario, List<Double>> seconds = new LinkedHashMap<>();
    private final Map<ServerInScenario, String> missing = new LinkedHashMap<>();

    StartupRun(ServerLauncher launcher, int rounds, PrintStream progress) {
        this.launcher = launcher;
        this.rounds = rounds;
        this.progress = progress;
    }

    BenchResults measure(Collection<ServerInScenario> servers) throws IOException, InterruptedException {
        for (var round = 1; round <= rounds; round++) {
            for (var server : servers) {
                if (!missing.containsKey(server)) {
                    start(round, server);
                }
            }
        }
        seconds.keySet().removeAll(missing.keySet());
        return BenchResults.startups(seconds).and(BenchResults.missing(missing));
    }

    private void start(int round, ServerInScenario measured) throws IOException, InterruptedException {
        try (var server = launcher.launch(measured)) {
            var taken = server.untilFirstResponse().toNanos() / 1e9;
            seconds.computeIfAbsent(measured, first -> new ArrayList<>()).add(taken);
            progress.printf("start %d of %d: %s: %s s%n", round, rounds, measured, Figures.rounded(taken));
        } catch (ServerNotStarted e) {
            progress.println(e.getMessage());
            missing.put(measured, "did not start");
        }
    }
}
