package dev.treaty.stubs.bench.server;

import dev.treaty.stubs.bench.load.ExpectedResponse;
import dev.treaty.stubs.bench.workload.Workload;
import dev.treaty.stubs.bench.workload.WorkloadFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Launches servers, each with its workload on disk and a log file. */
public final class ServerLauncher {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final StubServerOptions options;
    private final Path folder;
    private final List<String> jvm;
    private final Map<Workload, WorkloadFiles> files = new HashMap<>();
    private final Map<ServerInScenario, List<ExpectedResponse>> responses = new HashMap<>();

    /**
     * Launches nothing yet.
     *
     * @param folder for workloads and logs
     */
    public ServerLauncher(StubServerOptions options, Path folder) {
        this(options, folder, List.of());
    }

    private ServerLauncher(StubServerOptions options, Path folder, List<String> jvm) {
        this.options = options;
        this.folder = folder;
        this.jvm = jvm;
    }

    /** Launches JVMs with exactly so much heap, in MiB; only for servers that are JVMs. */
    public ServerLauncher withHeap(int mebibytes) {
        return new ServerLauncher(
                options, folder, List.of("-Xms%dm".formatted(mebibytes), "-Xmx%dm".formatted(mebibytes)));
    }

    /**
     * Launches a server, and waits for its first correct response.
     *
     * @throws ServerNotStarted if there is none within a minute
     */
    public ServerProcess launch(ServerInScenario launched) throws IOException, InterruptedException {
        var workload = launched.scenario().workload();
        if (!files.containsKey(workload)) {
            files.put(workload, WorkloadFiles.write(workload, folder.resolve("workloads")));
        }
        var onDisk = files.get(workload);
        return ServerProcess.start(
                launched.toString(),
                port -> withJvmOptions(launched.server().command(workload, onDisk, options, port)),
                responses(launched).get(0),
                folder.resolve("logs").resolve(launched.fileName() + ".log"),
                LIMIT);
    }

    /** They follow the name of the program. */
    private List<String> withJvmOptions(List<String> command) {
        var changed = new ArrayList<>(command);
        changed.addAll(1, jvm);
        return changed;
    }

    /** What the server is asked, and how it must respond. */
    public List<ExpectedResponse> responses(ServerInScenario asked) {
        return responses.computeIfAbsent(
                asked, first -> first.server().responses(first.scenario().workload()));
    }

    /** Why the server cannot be measured here; empty if it can. */
    public Optional<String> absence(MeasuredServer server) {
        return server.absence(options);
    }
}
