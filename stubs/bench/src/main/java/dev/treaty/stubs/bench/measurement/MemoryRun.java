package dev.treaty.stubs.bench.measurement;

import dev.treaty.stubs.bench.load.LoadGenerator;
import dev.treaty.stubs.bench.load.LoadRound;
import dev.treaty.stubs.bench.server.ServerInScenario;
import dev.treaty.stubs.bench.server.ServerLauncher;
import dev.treaty.stubs.bench.server.ServerNotStarted;
import dev.treaty.stubs.bench.server.ServerProcess;
import dev.treaty.stubs.bench.text.Figures;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures how much memory servers use after a load, anew in each round. All have the same heap: how far a JVM extends it by default, up to
 * a quarter of the machine's memory, differs by a factor of four between two runs of one program.
 */
final class MemoryRun {

    private static final int MOST_ROUNDS = 3;

    static final int HEAP_MEBIBYTES = 256;

    private final ServerLauncher launcher;
    private final RunLength length;
    private final PrintStream progress;
    private final Map<ServerInScenario, List<Double>> bytes = new LinkedHashMap<>();
    private final Map<ServerInScenario, String> missing = new LinkedHashMap<>();

    MemoryRun(ServerLauncher launcher, RunLength length, PrintStream progress) {
        this.launcher = launcher.withHeap(HEAP_MEBIBYTES);
        this.length = length;
        this.progress = progress;
    }

    BenchResults measure(Collection<ServerInScenario> servers) throws InterruptedException {
        var rounds = Math.min(MOST_ROUNDS, length.rounds());
        for (var round = 1; round <= rounds; round++) {
            for (var server : servers) {
                if (!missing.containsKey(server)) {
                    measure(server, "memory, round %d of %d".formatted(round, rounds));
                }
            }
        }
        bytes.keySet().removeAll(missing.keySet());
        return BenchResults.memory(bytes).and(BenchResults.missing(missing));
    }

    private void measure(ServerInScenario measured, String round) throws InterruptedException {
        try (var server = launcher.launch(measured)) {
            load(server, measured);
            server.awaitRest();
            server.footprint().ifPresent(footprint -> {
                progress.printf("%s: %s: %s%n", round, measured, Figures.mebibytes(footprint.residentBytes()));
                bytes.computeIfAbsent(measured, first -> new ArrayList<>()).add((double) footprint.residentBytes());
            });
        } catch (ServerNotStarted e) {
            progress.println(e.getMessage());
            missing.put(measured, "did not start");
        } catch (IOException e) {
            progress.printf("%s stopped responding: %s%n", measured, e.getMessage());
            missing.put(measured, "stopped responding");
        }
    }

    private void load(ServerProcess server, ServerInScenario measured) throws IOException {
        LoadGenerator.run(
                server.address(),
                measured.scenario().connections(),
                launcher.responses(measured),
                LoadRound.immediate(length.warmUp().plus(length.round())));
    }
}
