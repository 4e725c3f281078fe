package dev.treaty.provider.environmentcloner.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** How much of a small heap a whole clone needs, with checks and anonymisation and validation, at two sizes of the source. */
final class HeapBench {

    private static final int TIMES_AS_MANY = 10;
    private static final double MOST = 1.1;
    private static final String HEAP = "-Xmx64m";

    private HeapBench() {}

    static BenchRow run(int rows) throws IOException, InterruptedException {
        var few = peak(rows);
        var many = peak(TIMES_AS_MANY * rows);
        var ratio = many / few;
        return new BenchRow(
                "peak of the live heap, whole clone, %s".formatted(HEAP),
                "%s at %,d rows".formatted(mebibytes(many), TIMES_AS_MANY * rows),
                "%s at %,d rows".formatted(mebibytes(few), rows),
                "at most %.1f ×".formatted(MOST),
                "%.2f ×".formatted(ratio),
                BenchRow.reached(ratio <= MOST));
    }

    private static String mebibytes(double bytes) {
        return "%.1f MiB".formatted(bytes / (1 << 20));
    }

    private static double peak(int rows) throws IOException, InterruptedException {
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeapProcess.class.getName(),
                        String.valueOf(rows)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            var peak = output.lines()
                    .filter(line -> line.startsWith(HeapProcess.PEAK))
                    .mapToDouble(line -> Double.parseDouble(line.substring(HeapProcess.PEAK.length())))
                    .findFirst();
            process.waitFor();
            return peak.orElseThrow(() -> new IOException("the clone of %d rows failed".formatted(rows)));
        }
    }
}
