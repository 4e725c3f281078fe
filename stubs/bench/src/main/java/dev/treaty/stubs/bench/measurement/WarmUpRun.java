package dev.treaty.stubs.bench.measurement;

import dev.treaty.stubs.bench.load.LoadGenerator;
import dev.treaty.stubs.bench.load.LoadResult;
import dev.treaty.stubs.bench.load.LoadRound;
import dev.treaty.stubs.bench.server.MeasuredServer;
import dev.treaty.stubs.bench.server.ServerInScenario;
import dev.treaty.stubs.bench.server.ServerLauncher;
import dev.treaty.stubs.bench.server.ServerNotStarted;
import dev.treaty.stubs.bench.server.ServerProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the throughput of a server that has just started, while its JVM still compiles. Each round starts every server anew; servers
 * take turns, and nothing else runs.
 */
final class WarmUpRun {

    /** Each takes 20 seconds per server. */
    private static final int MOST_ROUNDS = 3;

    private static final Duration GENERATOR_WARM_UP = Duration.ofSeconds(4);

    private final ServerLauncher launcher;
    private final int rounds;
    private final PrintStream progress;
    private final Map<ServerInScenario, Map<WarmUpWindow, List<LoadResult>>> loads = new LinkedHashMap<>();
    private final Map<ServerInScenario, String> missing = new LinkedHashMap<>();

    /** @param rounds of the other measurements, of which half are enough here, because each takes so long */
    WarmUpRun(ServerLauncher launcher, int rounds, PrintStream progress) {
        this.launcher = launcher;
        this.rounds = Math.max(1, Math.min(MOST_ROUNDS, rounds / 2));
        this.progress = progress;
    }

    BenchResults measure(Collection<ServerInScenario> servers) throws IOException, InterruptedException {
        if (!servers.isEmpty()) {
            warmUpGenerator(servers.iterator().next());
        }
        for (var round = 1; round <= rounds; round++) {
            for (var server : servers) {
                if (!missing.containsKey(server)) {
                    start(round, server);
                }
            }
        }
        loads.keySet().removeAll(missing.keySet());
        var throughputs = new LinkedHashMap<ServerInScenario, Map<WarmUpWindow, Throughput>>();
        loads.forEach((server, windows) -> throughputs.put(server, throughputs(windows)));
        return BenchResults.warmUps(throughputs).and(BenchResults.missing(missing));
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

    private void start(int round, ServerInScenario measured) throws IOException, InterruptedException {
        try (var server = launcher.launch(measured)) {
            for (var window : WarmUpWindow.values()) {
                var load = load(server, measured, window.length());
                progress.printf("warm-up %d of %d: %s, %s: %s%n", round, rounds, measured, window, load);
                loads.computeIfAbsent(measured, first -> new EnumMap<>(WarmUpWindow.class))
                        .computeIfAbsent(window, first -> new ArrayList<>())
                        .add(load);
            }
        } catch (ServerNotStarted e) {
            progress.println(e.getMessage());
            missing.put(measured, "did not start");
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

    private static Map<WarmUpWindow, Throughput> throughputs(Map<WarmUpWindow, List<LoadResult>> windows) {
        var throughputs = new EnumMap<WarmUpWindow, Throughput>(WarmUpWindow.class);
        windows.forEach((window, loads) -> throughputs.put(window, Throughput.of(loads)));
        return throughputs;
    }
}
