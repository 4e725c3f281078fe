package dev.treaty.pacts.command;

import dev.treaty.pacts.errors.TreatyException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Prints what the user can fix in three lines, without a stack trace; picocli prints the stack trace of anything else. */
final class CommandFailures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments)
            throws Exception {
        if (failure instanceof TreatyException) {
            command.getErr().println(failure.getMessage());
            return failure instanceof ExitCodeFailure exit ? exit.exitCode() : ExitCodes.UNANSWERED;
        }
        throw failure;
    }
}
