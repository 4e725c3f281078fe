package dev.treaty.pacts.command;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * A command of the executable, e.g. {@code compare}. To add one, extend this class, annotate it with picocli's {@code @Command(name = …)},
 * give it a public constructor without parameters, and name it in
 * {@code META-INF/services/dev.treaty.pacts.command.TreatyCommand}; {@link InstalledCommands} finds it there.
 *
 * <p>{@code call} returns one of {@link ExitCodes}, and throws a {@link dev.treaty.pacts.errors.TreatyException} for what the user can fix.
 */
public abstract class TreatyCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    /** Called by {@code ServiceLoader} through a subclass. */
    protected TreatyCommand() {}

    /** Where results go. */
    protected final PrintWriter out() {
        return commandLine().getOut();
    }

    /** Where warnings, progress and errors go, so that results can be piped. */
    protected final PrintWriter err() {
        return commandLine().getErr();
    }

    /** An error on the command line; {@link UsageErrors} prints it, and the exit code is {@link ExitCodes#UNANSWERED}. */
    protected final ParameterException usageError(String what) {
        return new ParameterException(commandLine(), what);
    }

    /**
     * What to do instead of an option that this command does not have, but others that do the same have; a phrase without a full stop. Empty if
     * nothing is known about it.
     *
     * @param option e.g. {@code "--skip-ssl-verification"}
     */
    protected Optional<String> insteadOf(String option) {
        return Optional.empty();
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the command's specification before it calls");
        }
        return spec.commandLine();
    }
}
