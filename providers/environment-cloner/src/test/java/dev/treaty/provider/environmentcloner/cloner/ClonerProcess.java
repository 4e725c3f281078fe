package dev.treaty.provider.environmentcloner.cloner;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.provider.environmentcloner.environments.Credentials;
import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentKind;
import dev.treaty.provider.service.database.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A replica of the service in a process of its own, which can be killed. It is launched some time before it is needed, because a JVM takes seconds. */
final class ClonerProcess implements AutoCloseable {

    private static final String READY = "ready";

    private final Process process;
    private final BufferedReader output;

    private ClonerProcess(Process process) {
        this.process = process;
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    /** Runs in the process: the database of the service, a folder, and the databases of production and training. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        var reader = Optional.of(new Credentials("cloner_reader", ""));
        var writer = Optional.of(new Credentials("cloner_writer", ""));
        var production = new Environment(
                "production", "Production", EnvironmentKind.PRODUCTION, arguments[2], reader, Optional.empty());
        var training = new Environment("training", "training", EnvironmentKind.TRAINING, arguments[3], reader, writer);
        var settings = TestCloner.settings(Path.of(arguments[1]), production, training);
        var database = Database.open("environment-cloner", Optional.of(arguments[0]));
        if (System.in.read() < 0) {
            return;
        }
        try (var cloner = Cloner.start(database.jdbi(), settings, Clock.systemUTC())) {
            System.out.println(cloner.isRunning() ? READY : "");
            new CountDownLatch(1).await();
        }
    }

    /** Launches the process, which waits to be told that it may work. */
    static ClonerProcess launch(String url, Path folder, Environment production, Environment training)
            throws IOException {
        return new ClonerProcess(new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:-BytecodeVerificationRemote",
                        "-XX:-UsePerfData",
                        "-Xshare:auto",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ClonerProcess.class.getName(),
                        url,
                        folder.toString(),
                        production.url(),
                        training.url()))
                .redirectErrorStream(true)
                .start());
    }

    /** Lets it work; returns when it takes on operations. */
    void work() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        for (var line = output.readLine(); !READY.equals(line); line = output.readLine()) {
            if (line == null) {
                throw new IllegalStateException("the process ended");
            }
        }
        var rest = new Thread(() -> output.lines().forEach(line -> {}));
        rest.setDaemon(true);
        rest.start();
    }

    /** Kills it (SIGKILL) after a while; it is gone when this returns. */
    void kill(long milliseconds) throws InterruptedException {
        process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
