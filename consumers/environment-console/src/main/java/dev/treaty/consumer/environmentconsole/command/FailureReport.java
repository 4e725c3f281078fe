package dev.treaty.consumer.environmentconsole.command;

import dev.treaty.consumer.environmentconsole.connection.ClonerFailure;
import dev.treaty.consumer.environmentconsole.connection.Refused;
import dev.treaty.pacts.errors.TreatyException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Prints why a command did not succeed, in three lines and without a stack trace. */
final class FailureReport implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments)
            throws Exception {
        if (!(failure instanceof TreatyException)) {
            throw failure;
        }
        command.getErr().println(failure.getMessage());
        if (failure instanceof Refused refused) {
            refused.blockingClone().ifPresent(clone -> command.getErr().println("  look:  " + Commands.look(clone)));
        }
        return failure instanceof ClonerFailure ? ExitCode.FAILED : ExitCode.USAGE;
    }
}
