package dev.treaty.stubs.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
 * <p>Exit codes: 0 when it has measured, whatever came out; 1 when one of our own figures could not be measured; 2 when the command
 * line is wrong.
 */
@Command(
        name = "bench",
        description = "Measures the stub server beside its peers.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class BenchCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--rows",
            split = ",",
            paramLabel = "ROW",
            defaultValue = "all",
            description = "What to measure, by comma. Default: ${DEFAULT-VALUE}.")
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
            description = "How many rounds there are; the median counts. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "8",
            description = "How long each server is asked before that. Default: ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(
            names = "--serve",
            paramLabel = "ARGUMENTS",
            defaultValue = "",
            description = "What the stub server's command line gets besides. Default: nothing.")
    private String serve = "";

    @Option(
            names = "--jar",
            paramLabel = "FILE",
            defaultValue = "../server/target/treaty-stubs.jar",
            description = "The stub server. Default: ${DEFAULT-VALUE}.")
    private Path jar = Path.of("");

    @Option(
            names = "--write",
            arity = "1",
            paramLabel = "true|false",
            defaultValue = "false",
            description = "Whether README.md and requests.svg take the results. Default: ${DEFAULT-VALUE}.")
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
        var settings = settings();
        var wanted = wanted();
        var report = BenchReport.of(wanted, settings, new BenchRun(settings, Path.of("target/bench"), System.out));
        report.writeTo(Path.of("target"));
        System.out.println();
        System.out.println(report.text());
        if (write) {
            report.publishIn(Path.of(""));
        }
        return report.complete() ? 0 : 1;
    }

    private BenchSettings settings() {
        if (!Files.isRegularFile(jar)) {
            throw wrong("""
                    There is no stub server to measure.
                      where: %s
                      fix:   mvn -pl stubs/server -am -DskipTests package""".formatted(jar));
        }
        if (seconds < 1 || rounds < 1 || warmUp < 0) {
            throw wrong("""
                    A run needs time.
                      where: --seconds=%d --rounds=%d --warm-up=%d
                      fix:   at least one second, one round, and no negative warm-up""".formatted(seconds, rounds, warmUp));
        }
        return new BenchSettings(
                jar,
                serve.isBlank() ? List.of() : List.of(serve.strip().split("\\s+")),
                Duration.ofSeconds(warmUp),
                Duration.ofSeconds(seconds),
                rounds);
    }

    private List<ResultRow> wanted() {
        if (rows.equals(List.of("all"))) {
            return ResultRow.ALL;
        }
        var wanted = new ArrayList<ResultRow>();
        for (var key : rows) {
            wanted.add(ResultRow.ALL.stream()
                    .filter(row -> row.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> wrong("""
                            There is no such row.
                              where: --rows=%s
                              fix:   all, or some of %s""".formatted(
                            key,
                            String.join(
                                    ",",
                                    ResultRow.ALL.stream().map(ResultRow::key).toList())))));
        }
        return wanted;
    }

    private ParameterException wrong(String message) {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the command's specification before it calls");
        }
        return new ParameterException(spec.commandLine(), message);
    }
}
