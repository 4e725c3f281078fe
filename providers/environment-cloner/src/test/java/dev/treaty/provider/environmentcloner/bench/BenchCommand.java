package dev.treaty.provider.environmentcloner.bench;

import dev.treaty.pacts.errors.ErrorMessage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures clones and prints a table; runs in the folder of this module.
 *
 * <p>Exit codes: 0 if it has measured, whatever the figures are; 1 if it could not; 2 if the command line is wrong.
 */
@Command(name = "bench", description = "Measures clones.", mixinStandardHelpOptions = true, sortOptions = false)
public final class BenchCommand implements Callable<Integer> {

    private static final int FEWEST_ROWS = 50;

    @Option(
            names = "--clone-rows",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "How many rows are copied, about. Default: ${DEFAULT-VALUE}.")
    private int cloneRows;

    @Option(
            names = "--heap-rows",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "How many rows the smaller clone of the two has whose heap is compared; the other one has ten"
                    + " times as many. Default: ${DEFAULT-VALUE}.")
    private int heapRows;

    @Option(
            names = "--clone-rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many rounds there are, after one that is not counted. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--write",
            arity = "1",
            paramLabel = "true|false",
            defaultValue = "false",
            description = "Whether to put the results into README.md. Default: ${DEFAULT-VALUE}.")
    private boolean write;

    /** Runs the command and exits with its code. */
    public static void main(String... arguments) {
        Locale.setDefault(Locale.ROOT); // figures in files and tables are the same everywhere
        System.exit(new CommandLine(new BenchCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (cloneRows < FEWEST_ROWS || heapRows < FEWEST_ROWS || rounds < 1) {
            System.err.println(new ErrorMessage(
                    "There is too little to measure.",
                    "--clone-rows=%d --heap-rows=%d --clone-rounds=%d".formatted(cloneRows, heapRows, rounds),
                    "give at least %d rows and 1 round".formatted(FEWEST_ROWS)));
            return CommandLine.ExitCode.USAGE;
        }
        var machine = Machine.here();
        var begun = Instant.now();
        var rows = new ArrayList<BenchRow>();
        var speed = SpeedBench.run(cloneRows, rounds);
        rows.addAll(speed.rows());
        rows.add(HeapBench.run(heapRows));
        rows.addAll(SwapBench.run(rounds));
        var report = new BenchReport(rows, speed.circumstances(), rounds, machine, begun);
        System.out.println(report.text());
        if (write) {
            report.publishIn(Path.of("README.md"));
        }
        return CommandLine.ExitCode.OK;
    }
}
