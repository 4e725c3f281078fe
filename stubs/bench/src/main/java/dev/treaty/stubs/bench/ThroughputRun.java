package dev.treaty.stubs.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How fast servers answer, and how much memory they have after that. All of them run at the same time and are asked in turns: whatever
 * happens to the machine happens to all.
 */
final class ThroughputRun {

    private final ServerLauncher servers;
    private final BenchSettings settings;
    private final PrintStream progress;
    private final List<Asked> running = new ArrayList<>();
    private final Map<BenchSubject, String> missing = new LinkedHashMap<>();

    /** A server that runs, and what its rounds found until now. */
    private record Asked(BenchSubject subject, ServerProcess server, List<LoadResult> loads) {}

    ThroughputRun(ServerLauncher servers, BenchSettings settings, PrintStream progress) {
        this.servers = servers;
        this.settings = settings;
        this.progress = progress;
    }

    BenchResults measure(Collection<BenchSubject> subjects) throws IOException, InterruptedException {
        try {
            for (var subject : subjects) {
                start(subject);
            }
            for (var asked : List.copyOf(running)) {
                ask(asked, settings.warmUp(), "warm-up");
            }
            for (var round = 1; round <= settings.rounds(); round++) {
                for (var asked : List.copyOf(running)) {
                    ask(asked, settings.round(), "round %d of %d".formatted(round, settings.rounds()))
                            .ifPresent(asked.loads::add);
                }
            }
            return results();
        } finally {
            running.forEach(asked -> asked.server.close());
        }
    }

    private void start(BenchSubject subject) throws IOException, InterruptedException {
        try {
            running.add(new Asked(subject, servers.start(subject), new ArrayList<>()));
        } catch (ServerNotStarted e) {
            progress.println(e.getMessage());
            missing.put(subject, "did not start");
        }
    }

    private Optional<LoadResult> ask(Asked asked, Duration length, String what) {
        var subject = asked.subject;
        try {
            var load = LoadGenerator.run(
                    asked.server.address(),
                    subject.scenario().connections(),
                    servers.exchanges(subject),
                    LoadRound.of(length));
            progress.printf("%s: %s: %s%n", what, subject, load);
            return Optional.of(load);
        } catch (IOException e) {
            progress.printf("""
                    %s broke off.
                      where: %s: %s
                      fix:   see what it says in %s
                    """, subject, what, e.getMessage(), asked.server.log());
            missing.put(subject, "broke off");
            asked.server.close();
            running.remove(asked);
            return Optional.empty();
        }
    }

    private BenchResults results() {
        var throughputs = new LinkedHashMap<BenchSubject, Throughput>();
        var memory = new LinkedHashMap<BenchSubject, Long>();
        for (var asked : running) {
            throughputs.put(asked.subject, Throughput.of(asked.loads));
            asked.server.footprint().ifPresent(footprint -> memory.put(asked.subject, footprint.residentBytes()));
        }
        return new BenchResults(throughputs, Map.of(), memory, missing);
    }
}
