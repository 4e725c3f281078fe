package dev.treaty.stubs.bench.server;

import dev.treaty.stubs.bench.workload.LoadScenario;
import dev.treaty.stubs.bench.workload.WorkloadFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A class-data archive of the stub server, which a run of it leaves behind (JEP 350). */
public final class ServerArchive {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private ServerArchive() {}

    /**
     * Runs the server until its first response, and has it write the archive when it ends.
     *
     * @param folder for the archive, a workload and a log
     * @throws ServerNotStarted if the server does not respond within a minute, or leaves no archive within another
     */
    public static Path make(Path jar, Path folder) throws IOException, InterruptedException {
        var workload = LoadScenario.GET_10.workload();
        var files = WorkloadFiles.write(workload, folder.resolve("workloads"));
        var archive = folder.resolve("treaty-stubs.jsa");
        var log = folder.resolve("logs").resolve("archive.log");
        Files.deleteIfExists(archive);
        try (var server = ServerProcess.start(
                "the run that makes the archive",
                port -> MeasuredServer.archiving(jar, archive, files, port),
                MeasuredServer.TREATY.responses(workload).get(0),
                log,
                LIMIT)) {
            server.end(LIMIT);
        }
        if (!Files.isRegularFile(archive)) {
            throw ServerNotStarted.withoutArchive(archive, MeasuredServer.archiving(jar, archive, files, 0), log);
        }
        return archive;
    }
}
