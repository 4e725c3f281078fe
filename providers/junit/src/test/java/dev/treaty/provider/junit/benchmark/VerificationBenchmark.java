package dev.treaty.provider.junit.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.provider.verification.testing.CustomerService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How long a verification takes with this repository, and how long with pact-jvm's JUnit provider alone: the same contract, the same
 * provider (a JDK HTTP server in this process), the same flags, in turns. Each run starts a JVM and is measured from its start to its end.
 * One interaction shows the cost of startup, discovery and class loading; empty tests show the cost of JUnit.
 *
 * <p>{@code mvn -Pbench -pl providers/verification -am -DskipTests verify}; arguments: interactions, rounds, and the JVM's flags.
 */
public final class VerificationBenchmark {

    /** How long a service with a database takes to respond. */
    private static final Duration DATABASE = Duration.ofMillis(5);

    private final Path directory = Files.createTempDirectory("verification-benchmark");
    private final List<String> flags;

    private VerificationBenchmark(List<String> flags) throws IOException {
        this.flags = flags;
    }

    /** One line of the table. */
    private record Row(String what, int interactions, Duration delay, List<Class<?>> compared) {}

    public static void main(String[] arguments) throws Exception {
        var interactions = Integer.parseInt(arguments[0]);
        var rounds = Integer.parseInt(arguments[1]);
        var benchmark = new VerificationBenchmark(List.of(arguments).subList(2, arguments.length));
        List<Class<?>> both = List.of(PactJvmVerification.class, TreatyVerification.class);
        var seconds = benchmark.measure(
                rounds,
                List.of(
                        new Row("1 interaction", 1, Duration.ZERO, both),
                        new Row("%,d interactions".formatted(interactions), interactions, Duration.ZERO, both),
                        new Row("%,d, each response after 5 ms".formatted(interactions), interactions, DATABASE, both),
                        new Row(
                                "%,d empty tests".formatted(interactions),
                                interactions,
                                Duration.ZERO,
                                List.of(EmptyVerification.class))));
        System.out.printf(
                "%nmedian of %d, seconds, each in its own JVM with %s%n",
                rounds, benchmark.flags.isEmpty() ? "no flags" : String.join(" ", benchmark.flags));
        System.out.print(table(seconds));
    }

    private Map<Row, double[]> measure(int rounds, List<Row> rows) throws IOException, InterruptedException {
        var all = new LinkedHashMap<Row, List<double[]>>();
        for (var round = 1; round <= rounds; round++) {
            for (var row : rows) {
                var seconds = seconds(row);
                all.computeIfAbsent(row, first -> new ArrayList<>()).add(seconds);
                System.out.printf("round %d, %s: %s%n", round, row.what(), shown(seconds));
            }
        }
        var medians = new LinkedHashMap<Row, double[]>();
        all.forEach((row, measured) -> medians.put(row, medians(measured)));
        return medians;
    }

    private double[] seconds(Row row) throws IOException, InterruptedException {
        var contracts = Files.createDirectories(directory.resolve(String.valueOf(row.interactions())));
        Files.writeString(contracts.resolve("billing-stripe.json"), CustomerService.contract(row.interactions()));
        try (var provider = new CustomerService(row.delay())) {
            var seconds = new double[row.compared().size()];
            for (var i = 0; i < seconds.length; i++) {
                seconds[i] = seconds(row.compared().get(i), row.interactions(), contracts, provider);
            }
            return seconds;
        }
    }

    private double seconds(Class<?> verification, int interactions, Path contracts, CustomerService provider)
            throws IOException, InterruptedException {
        var command = Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        flags.stream(),
                        Stream.of(
                                "-classpath",
                                System.getProperty("java.class.path"),
                                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                                "-Dpact_do_not_track=true",
                                "-Dpactfolder.path=" + contracts,
                                "-Dpacts=" + contracts,
                                "-Dbenchmark.provider=" + provider.url(),
                                "-Dbenchmark.interactions=" + interactions,
                                "-Dverification.results=" + contracts.resolve("results"),
                                VerificationLauncher.class.getName(),
                                verification.getName(),
                                String.valueOf(interactions)))
                .flatMap(part -> part)
                .toList();

        var start = System.nanoTime();
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        var exitCode = process.waitFor();
        var nanoseconds = System.nanoTime() - start;

        if (exitCode != 0) {
            throw new IllegalStateException(output);
        }
        return nanoseconds / 1e9;
    }

    private static double[] medians(List<double[]> rounds) {
        var medians = new double[rounds.get(0).length];
        for (var i = 0; i < medians.length; i++) {
            var column = i;
            medians[i] = rounds.stream()
                    .mapToDouble(round -> round[column])
                    .sorted()
                    .skip(rounds.size() / 2)
                    .findFirst()
                    .orElseThrow();
        }
        return medians;
    }

    private static String table(Map<Row, double[]> seconds) {
        var table = new StringBuilder("""
                | | pact-jvm 4.7.5, JUnit | this repository | ratio |
                |---|---|---|---|
                """);
        seconds.forEach((row, medians) -> table.append(
                medians.length == 1
                        ? "| %s | %.2f | %.2f | |%n".formatted(row.what(), medians[0], medians[0])
                        : "| %s | %.2f | %.2f | %.2f |%n"
                                .formatted(row.what(), medians[0], medians[1], medians[1] / medians[0])));
        return table.toString();
    }

    private static String shown(double[] seconds) {
        return String.join(
                " and ", Arrays.stream(seconds).mapToObj("%.2f s"::formatted).toList());
    }
}
