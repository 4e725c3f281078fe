package dev.treaty.pacts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.treaty.pacts.canonical.ContractFile;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.errors.TreatyException;
import dev.treaty.pacts.lint.Lint;
import dev.treaty.pacts.recording.Recordings;
import dev.treaty.pacts.refresh.PackagedContracts;
import dev.treaty.pacts.refresh.Refresh;
import dev.treaty.pacts.refresh.RefreshReport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command that the build runs after the consumers have recorded, in Maven's own process: it lints the recordings and the contract files,
 * and then writes the files or, as a check, compares them.
 */
@Command(
        name = "pacts",
        mixinStandardHelpOptions = true,
        description = "Keeps pacts/<consumer>-<provider>.json up to date with what the consumers recorded.")
public final class PactsCommand implements Callable<Integer> {

    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--consumers", paramLabel = "DIR", description = "the consumer modules (default: ${DEFAULT-VALUE})")
    private Path consumers = Path.of("consumers");

    @Option(names = "--contracts", paramLabel = "DIR", description = "the contract files (default: ${DEFAULT-VALUE})")
    private Path contracts = Path.of("pacts");

    @Option(names = "--classes", paramLabel = "DIR", description = "where to copy the contracts for the jar")
    private @Nullable Path classes;

    @Option(
            names = "--build",
            paramLabel = "ID",
            required = true,
            description = "the id of this build; recordings of other builds are ignored")
    private String build = "";

    @Option(
            names = "--check",
            paramLabel = "true|false",
            arity = "0..1",
            fallbackValue = "true",
            description = "only compare, without writing (default: true if the environment has CI=true)")
    private String check = "";

    @Option(
            names = "--quiet",
            paramLabel = "true|false",
            arity = "0..1",
            fallbackValue = "true",
            description = "print nothing unless the contracts are refused")
    private boolean quiet;

    private PactsCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Runs the command.
     *
     * @throws ContractsRefused if it fails, which Maven reports as its own error
     */
    public static void main(String[] arguments) {
        var errors = new StringWriter();
        if (run(System.getenv(), writer(System.out), new PrintWriter(errors), arguments) != CommandLine.ExitCode.OK) {
            throw new ContractsRefused(errors.toString());
        }
    }

    /** Returns 0 if the contracts are fine, 1 if they are refused, and 2 if the command line is wrong. */
    static int run(Map<String, String> environment, PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new PactsCommand(environment))
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(PactsCommand::failed)
                .execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        var commandLine = requireNonNull(spec).commandLine();
        var isCheck = isCheck(commandLine);
        if (classes != null) {
            new PackagedContracts(classes).clear();
        }
        var recordings = Recordings.read(consumers, build);
        var refresh = Refresh.of(ContractFile.allIn(contracts), recordings.consumers());
        var report = new RefreshReport(recordings, refresh);
        var refusals = refusals(report, isCheck);
        if (!refusals.isEmpty()) {
            commandLine.getErr().println(text(refusals));
            return CommandLine.ExitCode.SOFTWARE;
        }
        for (var change : refresh.differences()) {
            change.apply(contracts);
        }
        if (!quiet) {
            report.lines().forEach(commandLine.getOut()::println);
        }
        if (classes != null) {
            new PackagedContracts(classes).fill(contracts);
        }
        return CommandLine.ExitCode.OK;
    }

    private static List<ErrorMessage> refusals(RefreshReport report, boolean isCheck) {
        var findings =
                Lint.findings(report.refresh().documents(), report.recordings().consumers());
        if (!findings.isEmpty()) {
            return findings;
        }
        return isCheck && !report.refresh().differences().isEmpty() ? List.of(report.refusal()) : List.of();
    }

    private static String text(List<ErrorMessage> refusals) {
        return refusals.stream().map(ErrorMessage::toString).collect(Collectors.joining("\n\n"));
    }

    private boolean isCheck(CommandLine commandLine) {
        return switch (check) {
            case "" -> "true".equalsIgnoreCase(environment.get("CI"));
            case "true" -> true;
            case "false" -> false;
            default -> throw new ParameterException(commandLine, "--check is true or false, not \"" + check + "\"");
        };
    }

    private static int failed(Exception e, CommandLine commandLine, CommandLine.ParseResult arguments)
            throws Exception {
        if (e instanceof TreatyException) {
            commandLine.getErr().println(e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw e;
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, UTF_8), true);
    }
}
