package dev.treaty.stubs.bench.soak;

import dev.treaty.pacts.errors.ErrorMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is alive on the heap of a JVM after a garbage collection, by class.
 *
 * @param file the JVM's own output
 */
record HeapHistogram(Path file, Map<String, Live> classes) {

    private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    private static final int PATIENCE_SECONDS = 120;

    /** The first runs finalizers and cleaners. Both in one call, because each call starts a JVM. */
    private static final String COMMANDS = "GC.run\nGC.class_histogram\n";

    /** E.g. {@code "   1:        123456       12345678  [B (java.base@17.0.15)"}. */
    private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+)(?: \\(.*\\))?");

    /** All objects of one class. */
    record Live(long instances, long bytes) {

        static final Live NOTHING = new Live(0, 0);

        private Live and(Live more) {
            return new Live(instances + more.instances, bytes + more.bytes);
        }

        private Live without(Live less) {
            return new Live(instances - less.instances, bytes - less.bytes);
        }
    }

    HeapHistogram {
        classes = Map.copyOf(classes);
    }

    /**
     * Makes a JVM collect its garbage and list what is left.
     *
     * @param file receives its output
     * @throws IOException if it refuses
     */
    static HeapHistogram of(long pid, Path file) throws IOException, InterruptedException {
        var commands = Files.writeString(Path.of(file + ".commands"), COMMANDS);
        try {
            jcmd(file, pid, commands);
        } finally {
            Files.delete(commands);
        }
        return read(file);
    }

    /** Reads the output of {@code jcmd PID GC.class_histogram}; classes of the same name from several loaders are one. */
    static HeapHistogram read(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return new HeapHistogram(
                    file,
                    lines.map(LINE::matcher)
                            .filter(line -> line.matches())
                            .collect(Collectors.toMap(
                                    line -> line.group(3),
                                    line -> new Live(Long.parseLong(line.group(1)), Long.parseLong(line.group(2))),
                                    Live::and)));
        }
    }

    /** Of all classes together. */
    long bytes() {
        return classes.values().stream().mapToLong(Live::bytes).sum();
    }

    /** How much each class has grown since then, in bytes and objects; only those that grew, the largest first. */
    List<Map.Entry<String, Live>> grownSince(HeapHistogram before) {
        return classes.entrySet().stream()
                .map(now -> Map.entry(
                        now.getKey(), now.getValue().without(before.classes.getOrDefault(now.getKey(), Live.NOTHING))))
                .filter(grown -> grown.getValue().bytes > 0)
                .sorted(Comparator.comparingLong(grown -> -grown.getValue().bytes))
                .toList();
    }

    private static void jcmd(Path output, long pid, Path commands) throws IOException, InterruptedException {
        var line = List.of(JCMD.toString(), String.valueOf(pid), "-f", commands.toString());
        var process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(new ErrorMessage(
                            "The JVM did not list what is alive on its heap.",
                            String.join(" ", line),
                            "see its output in " + output)
                    .toString());
        }
    }
}
