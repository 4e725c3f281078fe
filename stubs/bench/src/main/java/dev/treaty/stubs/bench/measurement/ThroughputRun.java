package dev.treaty.stubs.bench.measurement;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.stubs.bench.load.LoadGenerator;
import dev.treaty.stubs.bench.load.LoadResult;
import dev.treaty.stubs.bench.load.LoadRound;
import dev.treaty.stubs.bench.server.ServerInScenario;
import dev.treaty.stubs.bench.server.ServerLauncher;
import dev.treaty.stubs.bench.server.ServerNotStarted;
import dev.treaty.stubs.bench.server.ServerProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures how fast warm servers respond. All run at the same time and take turns. */
final class ThroughputRun {

    private final ServerLauncher launcher;
    private final RunLength length;
    private final PrintStream progress;
    private final List<RunningServer> running = new ArrayList<>();
    private final Map<ServerInScenario, String> missing = new LinkedHashMap<>();

    /** A server, and the results of its rounds so far. */
    private record RunningServer(ServerInScenario measured, ServerProcess process, List<LoadResult> loads) {}

    ThroughputRun(ServerLauncher launcher, RunLength length, PrintStream progress) {
        this.launcher = launcher;
        this.length = length;
        this.progress = progress;
    }

    BenchResults measure(Collection<ServerInScenario> servers) throws IOException, InterruptedException {
        try {
            for (var server : servers) {
                start(server);
            }
            warmUp();
            for (var round = 1; round <= length.rounds(); round++) {
                for (var server : List.copyOf(running)) {
                    load(server, length.round(), "round %d of %d".formatted(round, length.rounds()))
                            .ifPresent(server.loads::add);
                }
                Collections.rotate(running, 1); // so that no server always comes after the same one
            }
            return results();
        } finally {
            running.forEach(server -> server.process.close());
        }
    }

    private void start(ServerInScenario measured) throws IOException, InterruptedException {
        try {
            running.add(new RunningServer(measured, launcher.launch(measured), new ArrayList<>()));
        } catch (ServerNotStarted e) {
            progress.println(e.getMessage());
            missing.put(measured, "did not start");
        }
    }

    /** In turns as well, because the servers' compilers compete for the processors as long as any of them runs. */
    private void warmUp() {
        var warming = new LinkedHashMap<RunningServer, WarmUp>();
        for (var server : List.copyOf(running)) {
            load(server, length.warmUp(), "warm-up").ifPresent(load -> warming.put(server, new WarmUp(length)));
        }
        warming.values().removeIf(WarmUp::isOver);
        while (!warming.isEmpty()) {
            warming.entrySet()
                    .removeIf(server -> load(server.getKey(), length.round(), "still warming up")
                            .map(load -> isWarm(server.getValue(), load))
                            .orElse(true));
        }
    }

    private static boolean isWarm(WarmUp warmUp, LoadResult load) {
        warmUp.add(load.requestsPerSecond());
        return warmUp.isOver();
    }

    private Optional<LoadResult> load(RunningServer server, Duration measuring, String phase) {
        var measured = server.measured;
        try {
            var load = LoadGenerator.run(
                    server.process.address(),
                    measured.scenario().connections(),
                    launcher.responses(measured),
                    LoadRound.settled(measuring));
            progress.printf("%s: %s: %s%n", phase, measured, load);
            return Optional.of(load);
        } catch (IOException e) {
            progress.println(new ErrorMessage(
                    measured + " stopped responding.",
                    "%s: %s".formatted(phase, e.getMessage()),
                    "see its output in " + server.process.log()));
            missing.put(measured, "stopped responding");
            server.process.close();
            running.remove(server);
            return Optional.empty();
        }
    }

    private BenchResults results() {
        var throughputs = new LinkedHashMap<ServerInScenario, Throughput>();
        for (var server : running) {
            throughputs.put(server.measured, Throughput.of(server.loads));
        }
        return BenchResults.throughputs(throughputs).and(BenchResults.missing(missing));
    }
}
