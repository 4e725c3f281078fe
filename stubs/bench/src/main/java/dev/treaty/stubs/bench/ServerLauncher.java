package dev.treaty.stubs.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Starts servers, each with its workload on disk and its log beside it. */
final class ServerLauncher {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final BenchSettings settings;
    private final Path folder;
    private final Map<Workload, WorkloadFiles> files = new HashMap<>();
    private final Map<BenchSubject, ExpectedResponses> exchanges = new HashMap<>();

    /**
     * Starts nothing yet.
     *
     * @param folder for workloads and logs
     */
    ServerLauncher(BenchSettings settings, Path folder) {
        this.settings = settings;
        this.folder = folder;
    }

    /**
     * A server that has just given its first right answer.
     *
     * @throws ServerNotStarted if it did not within a minute
     */
    ServerProcess start(BenchSubject subject) throws IOException, InterruptedException, ServerNotStarted {
        var workload = subject.scenario().workload();
        if (!files.containsKey(workload)) {
            files.put(workload, WorkloadFiles.write(workload, folder.resolve("workloads")));
        }
        var onDisk = files.get(workload);
        return ServerProcess.start(
                subject.toString(),
                port -> subject.server().command(workload, onDisk, settings, port),
                exchanges(subject),
                folder.resolve("logs").resolve(subject.name() + ".log"),
                LIMIT);
    }

    /** What it is asked and must answer. */
    ExpectedResponses exchanges(BenchSubject subject) {
        return exchanges.computeIfAbsent(
                subject, first -> first.server().exchanges(first.scenario().workload()));
    }
}
