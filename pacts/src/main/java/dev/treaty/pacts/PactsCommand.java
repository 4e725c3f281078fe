package dev.treaty.pacts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.treaty.pacts.canonical.ContractFile;
import dev.treaty.pacts.canonical.UnreadableContract;
import dev.treaty.pacts.lint.Lint;
import dev.treaty.pacts.recording.Recordings;
import dev.treaty.pacts.refresh.PackagedContracts;
import dev.treaty.pacts.refresh.Refresh;
import dev.treaty.pacts.refresh.RefreshReport;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * What the build runs when the consumers have recorded: lints what they recorded and the contract files, and writes the
 * files, or, as a check, compares them.
 *
 * <p>Exit code 0 when the contracts are as they should be, 1 when they are refused, 2 when the command line is wrong.
 */
@Command(
        name = "pacts",
        mixinStandardHelpOptions = true,
        description = "Keeps pacts/<consumer>-<provider>.json as the consumers recorded them.")
public final class PactsCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--consumers", paramLabel = "DIR", description = "the consumer modules (default: ${DEFAULT-VALUE})")
    private Path consumers = Path.of("consumers");

    @Option(names = "--contracts", paramLabel = "DIR", description = "the contract files (default: ${DEFAULT-VALUE})")
    private Path contracts = Path.of("pacts");

    @Option(names = "--classes", paramLabel = "DIR", description = "where to put a copy of the contracts for the jar")
    private @Nullable Path classes;

    @Option(
            names = "--build",
            paramLabel = "ID",
            required = true,
            description = "the id of this build; recordings of another are ignored")
    private String build = "";

    @Option(
            names = "--check",
            paramLabel = "true|false",
            arity = "0..1",
            fallbackValue = "true",
            description = "compare, and write nothing (default: true if the environment has CI=true)")
    private String check = "";

    @Option(
            names = "--quiet",
            paramLabel = "true|false",
            arity = "0..1",
            fallbackValue = "true",
            description = "print nothing unless the contracts are refused")
    private boolean quiet;

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new PactsCommand())
                .setOut(new PrintWriter(new OutputStreamWriter(System.out, UTF_8), true))
                .setErr(new PrintWriter(new OutputStreamWriter(System.err, UTF_8), true))
                .setExecutionExceptionHandler(PactsCommand::failed)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        var commandLine = requireNonNull(spec).commandLine();
        var isCheck = isCheck(commandLine);
        var packaged = Optional.ofNullable(classes).map(PackagedContracts::new);
        if (packaged.isPresent()) {
            packaged.get().clear();
        }
        var report = refresh(isCheck);
        if (!quiet) {
            report.lines().forEach(commandLine.getOut()::println);
        }
        if (packaged.isPresent()) {
            packaged.get().fill(contracts);
        }
        return CommandLine.ExitCode.OK;
    }

    private RefreshReport refresh(boolean isCheck) throws IOException {
        var recordings = Recordings.read(consumers, build);
        var refresh = Refresh.of(ContractFile.allIn(contracts), recordings.consumers());
        var findings = Lint.findings(refresh.documents(), recordings.consumers());
        if (!findings.isEmpty()) {
            throw UnreadableContract.of(findings);
        }
        var report = new RefreshReport(recordings, refresh);
        if (isCheck && !refresh.differences().isEmpty()) {
            throw UnreadableContract.of(List.of(report.refusal()));
        }
        for (var change : refresh.differences()) {
            change.apply(contracts);
        }
        return report;
    }

    private boolean isCheck(CommandLine commandLine) {
        return switch (check) {
            case "" -> "true".equalsIgnoreCase(System.getenv("CI"));
            case "true" -> true;
            case "false" -> false;
            default -> throw new ParameterException(commandLine, "--check is true or false, not \"" + check + "\"");
        };
    }

    private static int failed(Exception e, CommandLine commandLine, CommandLine.ParseResult arguments)
            throws Exception {
        if (e instanceof UnreadableContract) {
            commandLine.getErr().println(e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw e;
    }
}
