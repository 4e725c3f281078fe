package dev.treaty.consumer.environmentconsole.command;

import dev.treaty.consumer.environmentconsole.display.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Ends a clone before it is the target. */
@Command(
        name = "cancel",
        description = "Ends a clone; its target stays as it is. The clone needs a moment to clean up.",
        sortOptions = false)
final class CancelCommand extends ConsoleCommand {

    @Parameters(paramLabel = "CLONE", description = "Its id.")
    private String clone = "";

    CancelCommand() {}

    @Override
    public Integer call() {
        var cancelled = cloner().clones().cancel(clone);
        print("%s is %s; %s stays as it is%n".formatted(clone, Words.word(cancelled.state()), cancelled.target()));
        return ExitCode.DONE;
    }
}
