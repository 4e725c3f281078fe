package dev.treaty.provider.environmentcloner.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A server of a PostgreSQL that is installed, with data of its own, set up as the embedded one is. */
final class InstalledPostgres implements BenchServer {

    private final Process process;
    private final Path data;
    private final int port;

    private InstalledPostgres(Process process, Path data, int port) {
        this.process = process;
        this.data = data;
        this.port = port;
    }

    static InstalledPostgres start(PostgresPrograms programs) throws IOException, InterruptedException {
        var data = Files.createTempDirectory("bench-postgres");
        run(List.of(programs.program("initdb"), "-D", data.toString(), "-U", USER, "-A", "trust", "-E", "UTF8"));
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var process = builder(List.of(
                        programs.program("postgres"),
                        "-D",
                        data.toString(),
                        "-p",
                        String.valueOf(port),
                        "-k",
                        data.toString(),
                        "-c",
                        "timezone=UTC",
                        "-c",
                        "synchronous_commit=off"))
                .start();
        var server = new InstalledPostgres(process, data, port);
        await("the installed PostgreSQL").atMost(Duration.ofSeconds(60)).until(server::responds);
        return server;
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        var exit = builder(command).start().waitFor();
        if (exit != 0) {
            throw new IOException("%s ended with %d".formatted(command, exit));
        }
    }

    /** PostgreSQL refuses to run as root, and as the embedded one, this one is nobody in a namespace of its own then. */
    private static ProcessBuilder builder(List<String> command) {
        var whole = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            whole.addAll(List.of("unshare", "-U"));
        }
        whole.addAll(command);
        return new ProcessBuilder(whole).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }

    private boolean responds() {
        try (var connection = database(USER).getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        process.destroy(); // a smart shutdown: nobody is connected any more
        process.onExit().join();
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
