package dev.treaty.stubs.bench;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.stubs.bench.measurement.BenchResults;
import dev.treaty.stubs.bench.measurement.BenchRun;
import dev.treaty.stubs.bench.measurement.ResultRow;
import dev.treaty.stubs.bench.measurement.ResultRows;
import dev.treaty.stubs.bench.measurement.RunLength;
import dev.treaty.stubs.bench.report.BenchReport;
import dev.treaty.stubs.bench.report.MachineInfo;
import dev.treaty.stubs.bench.server.MeasuredServer;
import dev.treaty.stubs.bench.server.ServerArchive;
import dev.treaty.stubs.bench.server.ServerLauncher;
import dev.treaty.stubs.bench.server.StubServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Measures the stub server beside its peers and prints a table; runs in the folder of this module.
 *
 * <p>Exit codes: 0 if it has measured, whatever the figures are; 1 if a figure of the stub server could not be measured; 2 if the
 * command line is wrong.
 */
@Command(
        name = "bench",
        description = "Measures the stub server beside its peers.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class BenchCommand implements Callable<Integer> {

    private static final Set<MeasuredServer> OURS = Set.of(
            MeasuredServer.TREATY,
            MeasuredServer.TREATY_WITH_STATE,
            MeasuredServer.TREATY_WITH_ARCHIVE,
            MeasuredServer.BASELINE);

    private static final Path FOLDER = Path.of("target/bench");

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--rows",
            split = ",",
            paramLabel = "ROW",
            defaultValue = "all",
            description = "The rows to measure, separated by commas. Default: ${DEFAULT-VALUE}.")
    private List<String> rows = List.of();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "4",
            description = "How long each server is asked in each round. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many rounds there are; the table shows the median. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "8",
            description = "How long each server is asked before the first round. Default: ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(
            names = "--longest-warm-up",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long it is asked at most while it still gets faster. Default: ${DEFAULT-VALUE}.")
    private int longestWarmUp;

    @Option(
            names = "--serve",
            paramLabel = "ARGUMENTS",
            defaultValue = "",
            description = "More arguments for the stub server. Default: none.")
    private String serve = "";

    @Option(
            names = "--jar",
            paramLabel = "FILE",
            defaultValue = "../server/target/treaty-stubs.jar",
            description = "The stub server. Default: ${DEFAULT-VALUE}.")
    private Path jar = Path.of("");

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            defaultValue = "",
            description = "Another build of the stub server, to compare with. Default: none.")
    private String baseline = "";

    @Option(
            names = "--baseline-name",
            paramLabel = "NAME",
            defaultValue = "baseline",
            description = "What the table calls it, e.g. its commit. Default: ${DEFAULT-VALUE}.")
    private String baselineName = "";

    @Option(
            names = "--archive",
            paramLabel = "FILE",
            defaultValue = "",
            description = "A class-data archive (.jsa) or ahead-of-time cache (.aot) of the stub server. Default: a"
                    + " class-data archive that is made first, if a row needs one.")
    private String archive = "";

    @Option(
            names = "--mock-server",
            paramLabel = "FILE",
            defaultValue = "",
            description = "MockServer's jar with all that it needs. Default: MockServer is not measured.")
    private String mockServer = "";

    @Option(
            names = "--write",
            arity = "1",
            paramLabel = "true|false",
            defaultValue = "false",
            description = "Whether to put the results into README.md. Default: ${DEFAULT-VALUE}.")
    private boolean write;

    /** Runs the command and exits with its code. */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT); // figures in files and tables are the same everywhere
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new BenchCommand()).setParameterExceptionHandler((wrong, arguments) -> {
            wrong.getCommandLine().getErr().println(wrong.getMessage());
            return ExitCode.USAGE;
        });
    }

    @Override
    public Integer call() throws Exception {
        var wanted = wanted();
        var length = length();
        var options = withArchive(stubServer(), wanted);
        var machine = MachineInfo.here();
        var begun = Instant.now(Clock.systemUTC());
        var results = new BenchRun(new ServerLauncher(options, FOLDER), length, System.out).measure(wanted);
        var report = new BenchReport(
                wanted,
                options.baseline().map(build -> baselineName),
                length,
                results,
                machine,
                begun,
                Duration.between(begun, Instant.now(Clock.systemUTC())));
        report.writeTo(Path.of("target"));
        System.out.println();
        System.out.println(report.text());
        if (write) {
            report.publishIn(Path.of(""));
        }
        return isComplete(results, options) ? 0 : 1;
    }

    /** Whether every figure of the stub server, in each of its variants that were given, could be measured. */
    private static boolean isComplete(BenchResults results, StubServerOptions options) {
        return results.missing().keySet().stream()
                .map(missing -> missing.server())
                .noneMatch(server ->
                        OURS.contains(server) && server.absence(options).isEmpty());
    }

    private StubServerOptions stubServer() {
        if (!Files.isRegularFile(jar)) {
            throw wrong(
                    "There is no stub server to measure.",
                    jar.toString(),
                    "mvn -pl stubs/server -am -DskipTests package");
        }
        return new StubServerOptions(
                jar,
                file("--baseline", baseline),
                file("--archive", archive),
                file("--mock-server", mockServer),
                serve.isBlank() ? List.of() : List.of(serve.strip().split("\\s+")));
    }

    private static StubServerOptions withArchive(StubServerOptions options, List<ResultRow> wanted)
            throws IOException, InterruptedException {
        var isNeeded = wanted.stream().anyMatch(row -> row.servers().contains(MeasuredServer.TREATY_WITH_ARCHIVE));
        return isNeeded && options.archive().isEmpty()
                ? options.withArchive(ServerArchive.make(options.jar(), FOLDER))
                : options;
    }

    private Optional<Path> file(String option, String name) {
        if (name.isBlank()) {
            return Optional.empty();
        }
        var file = Path.of(name);
        if (!Files.isRegularFile(file)) {
            throw wrong(
                    "There is no such file.", option + "=" + name, "name a file that exists, or leave the option out");
        }
        return Optional.of(file);
    }

    private RunLength length() {
        if (seconds < 1 || rounds < 1 || warmUp < 0) {
            throw wrong(
                    "A run needs time.",
                    "--seconds=%d --rounds=%d --warm-up=%d".formatted(seconds, rounds, warmUp),
                    "give it at least one second, one round, and no negative warm-up");
        }
        return new RunLength(
                Duration.ofSeconds(warmUp), Duration.ofSeconds(longestWarmUp), Duration.ofSeconds(seconds), rounds);
    }

    private List<ResultRow> wanted() {
        var all = ResultRows.all(!baseline.isBlank());
        if (rows.equals(List.of("all"))) {
            return all;
        }
        var wanted = new ArrayList<ResultRow>();
        for (var key : rows) {
            wanted.add(all.stream()
                    .filter(row -> row.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> wrong(
                            "There is no such row.",
                            "--rows=" + key,
                            "all, or some of "
                                    + String.join(
                                            ",",
                                            all.stream().map(ResultRow::key).toList()))));
        }
        return wanted;
    }

    private ParameterException wrong(String what, String where, String fix) {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the command's specification before it calls");
        }
        return new ParameterException(spec.commandLine(), new ErrorMessage(what, where, fix).toString());
    }
}
