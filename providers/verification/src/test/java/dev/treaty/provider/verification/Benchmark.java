package dev.treaty.provider.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How long a verification takes here, and how long with pact-jvm's JUnit provider alone: the same contract, the same provider
 * (a JDK HTTP server in this process), each run in a JVM of its own, in turns. Discovery, loading and reports count; the start
 * of the JVM does not.
 *
 * <p>{@code mvn -Pbench -pl providers/verification -am -DskipTests verify}; arguments: interactions, and rounds.
 */
final class Benchmark {

    private static final List<Class<?>> COMPARED = List.of(PlainPactJvm.class, ThousandInteractions.class);

    private Benchmark() {}

    public static void main(String[] arguments) throws Exception {
        var interactions = Integer.parseInt(arguments[0]);
        var rounds = Integer.parseInt(arguments[1]);
        var directory = Files.createTempDirectory("verification-benchmark");
        try (var provider = new CustomerService()) {
            Files.writeString(directory.resolve("billing-stripe.json"), CustomerService.contract(interactions));
            var plain = new ArrayList<Double>();
            var ours = new ArrayList<Double>();
            for (var round = 1; round <= rounds; round++) {
                plain.add(seconds(COMPARED.get(0), interactions, directory, provider));
                ours.add(seconds(COMPARED.get(1), interactions, directory, provider));
                System.out.printf(
                        "round %d: pact-jvm %.2f s, this repository %.2f s%n",
                        round, plain.get(round - 1), ours.get(round - 1));
            }
            System.out.print(table(interactions, rounds, median(plain), median(ours)));
        }
    }

    private static String table(int interactions, int rounds, double plain, double ours) {
        return """

                %,d interactions, median of %d, seconds
                | pact-jvm 4.7.5, JUnit | this repository | ratio |
                |---|---|---|
                | %.2f | %.2f | %.2f |
                """.formatted(interactions, rounds, plain, ours, ours / plain);
    }

    private static double seconds(Class<?> verification, int interactions, Path directory, CustomerService provider)
            throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                        "-Dpact_do_not_track=true",
                        "-Dpactfolder.path=" + directory,
                        "-Dpacts=" + directory,
                        "-Dbenchmark.provider=" + provider.url(),
                        "-Dverification.results=" + directory.resolve("results"),
                        OneVerification.class.getName(),
                        verification.getName(),
                        String.valueOf(interactions))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
        return output.lines()
                .filter(line -> line.startsWith(OneVerification.SECONDS))
                .map(line -> Double.valueOf(line.substring(OneVerification.SECONDS.length())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(output));
    }

    private static double median(List<Double> seconds) {
        return seconds.stream().sorted(Comparator.naturalOrder()).toList().get(seconds.size() / 2);
    }
}
