package dev.treaty.stubs.bench;

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
 * What lives on the heap of a JVM after a collection, by class.
 *
 * @param file where it stands as the JVM told it
 */
record HeapHistogram(Path file, Map<String, Live> classes) {

    private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    private static final int PATIENCE_SECONDS = 120;

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
     * Has a JVM collect its garbage, and tell what is left.
     *
     * @param file takes what it tells
     * @throws IOException if it does not
     */
    static HeapHistogram of(long pid, Path file) throws IOException, InterruptedException {
        jcmd(file, pid, "GC.run"); // so that finalizers and cleaners have run, too
        jcmd(file, pid, "GC.class_histogram");
        return read(file);
    }

    /** From what {@code jcmd PID GC.class_histogram} has written; classes of one name and several loaders are one. */
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

    /** All that lives. */
    long bytes() {
        return classes.values().stream().mapToLong(Live::bytes).sum();
    }

    /** What came to each class since then; the most bytes first, only what is more. */
    List<Map.Entry<String, Live>> grownSince(HeapHistogram before) {
        return classes.entrySet().stream()
                .map(now -> Map.entry(
                        now.getKey(), now.getValue().without(before.classes.getOrDefault(now.getKey(), Live.NOTHING))))
                .filter(grown -> grown.getValue().bytes > 0)
                .sorted(Comparator.comparingLong(grown -> -grown.getValue().bytes))
                .toList();
    }

    private static void jcmd(Path output, long pid, String command) throws IOException, InterruptedException {
        var line = List.of(JCMD.toString(), String.valueOf(pid), command);
        var process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("""
                    The JVM did not tell what lives on its heap.
                      where: %s
                      fix:   see what it said in %s""".formatted(String.join(" ", line), output));
        }
    }
}
