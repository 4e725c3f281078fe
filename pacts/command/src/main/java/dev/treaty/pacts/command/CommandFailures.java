package dev.treaty.pacts.command;

import dev.treaty.pacts.errors.TreatyException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Prints what the user can fix in three lines, without a stack trace. Anything else gets one; if it was a {@link TreatyCommand}, nobody could say, which is
 * not the same as no.
 */
final class CommandFailures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments)
            throws Exception {
        if (failure instanceof TreatyException) {
            command.getErr().println(failure.getMessage());
            return failure instanceof ExitCodeFailure exit ? exit.exitCode() : ExitCodes.UNANSWERED;
        }
        if (!(command.getCommand() instanceof TreatyCommand)) {
            throw failure;
        }
        command.getErr().printf("""
                        treaty %s failed, and said neither yes nor no.
                          where: %s
                          fix:   report it with the lines below; this is a mistake in treaty
                        """, command.getCommandName(), failure);
        failure.printStackTrace(command.getErr());
        return ExitCodes.UNANSWERED;
    }
}
