package dev.treaty.consumer.environmentconsole.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The packaged console, run as people run it: {@code java -jar environment-console.jar …} in a process. */
final class ConsoleProcess implements AutoCloseable {

    /** A process that lives for seconds spends them on the second compiler and the parallel collector, unless told not to. */
    private static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-jar",
            Path.of("target/environment-console.jar").toAbsolutePath().toString());

    /** SIGINT, in the mask of ignored signals that Linux shows. */
    private static final long INTERRUPT = 1 << 1;

    private final Process process;
    private final CompletableFuture<String> out;
    private final CompletableFuture<String> err;

    private ConsoleProcess(Process process) {
        this.process = process;
        this.out = text(process.getInputStream());
        this.err = text(process.getErrorStream());
    }

    /** Starts a command with these variables and no others of the console. */
    static ConsoleProcess start(Map<String, String> variables, String... arguments) throws IOException {
        return launch(command(arguments), variables);
    }

    /** The same in a terminal of its own, which util-linux's {@code script} opens. What it shows is all in {@code out}. */
    static ConsoleProcess startInTerminal(int columns, Map<String, String> variables, String... arguments)
            throws IOException {
        var quoted = command(arguments).stream().map(word -> "'" + word + "'").toList();
        var line = "stty cols %d; exec %s".formatted(columns, String.join(" ", quoted));
        return launch(List.of("script", "--quiet", "--return", "--command", line, "/dev/null"), variables);
    }

    private static List<String> command(String... arguments) {
        var command = new ArrayList<String>();
        if (isInterruptIgnored()) {
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.addAll(JAVA);
        command.addAll(List.of(arguments));
        return command;
    }

    /** Shells start what runs in the background with Ctrl-C ignored, and so a build there would start a console that never hears it. */
    private static boolean isInterruptIgnored() {
        var status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return false;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .mapToLong(line -> Long.parseUnsignedLong(
                            line.substring("SigIgn:".length()).strip(), 16))
                    .anyMatch(ignored -> (ignored & INTERRUPT) != 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConsoleProcess launch(List<String> command, Map<String, String> variables) throws IOException {
        var builder = new ProcessBuilder(command);
        // As in a plain container: nothing depends on the machine's language, width or settings.
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("ENVIRONMENT_CLONER_") || name.equals("COLUMNS"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().putAll(variables);
        return new ConsoleProcess(builder.start());
    }

    private static CompletableFuture<String> text(InputStream stream) {
        return CompletableFuture.supplyAsync(() -> {
            try (stream) {
                return new String(stream.readAllBytes(), UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Sends what Ctrl-C sends. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    /** What it did, when it has ended. */
    ConsoleRun end() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the console did not end within a minute");
        }
        return new ConsoleRun(process.exitValue(), out.join(), err.join());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
