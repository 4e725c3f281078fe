package dev.treaty.pacts.command;

import dev.treaty.pacts.errors.TreatyException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Answers, refuses or fails, as its argument says. */
@Command(name = "example", description = "Answers.", mixinStandardHelpOptions = true)
public final class ExampleCommand extends TreatyCommand {

    @Parameters
    private String outcome = "";

    /** Called by {@code ServiceLoader}. */
    public ExampleCommand() {}

    @Override
    public Integer call() {
        switch (outcome) {
            case "yes" -> out().println("yes");
            case "unreachable" -> throw new Unreachable();
            case "refused" -> throw new Refused();
            case "bug" -> throw new IllegalStateException("a bug");
            case "unwritable" ->
                throw usageError("The log cannot be written.\n  where: log.txt\n  fix:   name another");
            default -> throw usageError("Say yes, unreachable or refused.");
        }
        return ExitCodes.YES;
    }

    private static final class Unreachable extends TreatyException {
        Unreachable() {
            super("The broker cannot be reached.", "http://broker.example", "start it");
        }
    }

    private static final class Refused extends TreatyException implements ExitCodeFailure {
        Refused() {
            super("The broker refused.", "http://broker.example", "ask for something else");
        }

        @Override
        public int exitCode() {
            return ExitCodes.NO;
        }
    }
}
