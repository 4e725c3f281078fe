package dev.treaty.stubs.bench.measurement;

import dev.treaty.stubs.bench.load.LoadGenerator;
import dev.treaty.stubs.bench.load.LoadResult;
import dev.treaty.stubs.bench.load.LoadRound;
import dev.treaty.stubs.bench.server.MeasuredServer;
import dev.treaty.stubs.bench.server.ServerInScenario;
import dev.treaty.stubs.bench.server.ServerLauncher;
import dev.treaty.stubs.bench.server.ServerNotStarted;
import dev.treaty.stubs.bench.server.ServerProcess;
import dev.treaty.stubs.bench.text.Figures;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Measures servers that have just started, anew in each round: the time from the start of the process to its first correct response, and
 * the throughput of the first seconds, while the JVM still compiles. Servers take turns, and nothing else runs.
 */
final class StartupRun {

    /** Of rounds under load, each of which takes 20 seconds per server. */
    private static final int MOST_WARM_UPS = 3;

    private static final Duration GENERATOR_WARM_UP = Duration.ofSeconds(4);

    private final ServerLauncher launcher;
    private final int rounds;
    private final int warmUpRounds;
    private final PrintStream progress;
    private final Map<ServerInScenario, List<Double>> seconds = new LinkedHashMap<>();
    private final Map<ServerInScenario, Map<WarmUpWindow, List<LoadResult>>> loads = new LinkedHashMap<>();
    private final Map<ServerInScenario, String> missing = new LinkedHashMap<>();

    StartupRun(ServerLauncher launcher, int rounds, PrintStream progress) {
        this.launcher = launcher;
        this.rounds = rounds;
        this.warmUpRounds = Math.max(1, Math.min(MOST_WARM_UPS, rounds / 2));
        this.progress = progress;
    }

    /** @param underLoad those whose first seconds are measured, too, in half of the rounds */
    BenchResults measure(Collection<ServerInScenario> started, Collection<ServerInScenario> underLoad)
            throws IOException, InterruptedException {
        if (!underLoad.isEmpty()) {
            warmUpGenerator(underLoad.iterator().next());
        }
        var servers = new LinkedHashSet<>(started);
        servers.addAll(underLoad);
        for (var round = 1; round <= rounds; round++) {
            for (var server : servers) {
                if (!missing.containsKey(server)) {
                    measure(server, round, round <= warmUpRounds && underLoad.contains(server));
                }
            }
        }
        seconds.keySet().removeAll(missing.keySet());
        loads.keySet().removeAll(missing.keySet());
        return BenchResults.startups(seconds)
                .and(BenchResults.warmUps(throughputs()))
                .and(BenchResults.missing(missing));
    }

    /** Otherwise the first server would be asked by a load generator that is itself not compiled yet. */
    private void warmUpGenerator(ServerInScenario first) throws IOException, InterruptedException {
        var bare = new ServerInScenario(MeasuredServer.BARE, first.scenario());
        try (var server = launcher.launch(bare)) {
            load(server, bare, GENERATOR_WARM_UP);
        } catch (ServerNotStarted e) {
            progress.println(e.getMessage());
        }
    }

    private void measure(ServerInScenario measured, int round, boolean underLoad)
            throws IOException, InterruptedException {
        try (var server = launcher.launch(measured)) {
            var taken = server.untilFirstResponse().toNanos() / 1e9;
            seconds.computeIfAbsent(measured, first -> new ArrayList<>()).add(taken);
            progress.printf("start %d of %d: %s: %s s%n", round, rounds, measured, Figures.rounded(taken));
            if (underLoad) {
                firstSeconds(measured, server);
            }
        } catch (ServerNotStarted e) {
            progress.println(e.getMessage());
            missing.put(measured, "did not start");
        }
    }

    private void firstSeconds(ServerInScenario measured, ServerProcess server) {
        try {
            for (var window : WarmUpWindow.values()) {
                var load = load(server, measured, window.length());
                progress.printf("%s: %s: %s%n", window, measured, load);
                loads.computeIfAbsent(measured, first -> new EnumMap<>(WarmUpWindow.class))
                        .computeIfAbsent(window, first -> new ArrayList<>())
                        .add(load);
            }
        } catch (IOException e) {
            progress.printf("%s stopped responding: %s%n", measured, e.getMessage());
            missing.put(measured, "stopped responding");
        }
    }

    private LoadResult load(ServerProcess server, ServerInScenario measured, Duration length) throws IOException {
        return LoadGenerator.run(
                server.address(),
                measured.scenario().connections(),
                launcher.responses(measured),
                LoadRound.immediate(length));
    }

    private Map<ServerInScenario, Map<WarmUpWindow, Throughput>> throughputs() {
        var throughputs = new LinkedHashMap<ServerInScenario, Map<WarmUpWindow, Throughput>>();
        loads.forEach((server, windows) -> windows.forEach((window, results) -> throughputs
                .computeIfAbsent(server, first -> new EnumMap<>(WarmUpWindow.class))
                .put(window, Throughput.of(results))));
        return throughputs;
    }
}
