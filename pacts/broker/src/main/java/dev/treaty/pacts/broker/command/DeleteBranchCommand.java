package dev.treaty.pacts.broker.command;

import dev.treaty.pacts.command.ExitCodes;
import dev.treaty.pacts.errors.ErrorMessage;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Deletes a branch that was merged. */
@Command(
        name = "delete-branch",
        description = {
            "Deletes a branch that was merged.",
            "Its newest contract is then no longer verified as work in progress. Its versions remain.",
            "Exit code: 0 if it is deleted, 1 if there is no such branch, 2 if the broker could not be asked."
        },
        footer = {"", "Example:", "  treaty delete-branch --pacticipant api-gateway --branch feat/x"},
        sortOptions = false)
public final class DeleteBranchCommand extends BrokerCommand {

    @Option(
            names = {"-a", "--pacticipant"},
            paramLabel = "NAME",
            order = 1,
            required = true,
            description = "The application.")
    private String pacticipant = "";

    @Option(names = "--branch", paramLabel = "BRANCH", order = 2, required = true, description = "The branch.")
    private String branch = "";

    @Option(
            names = "--error-when-not-found",
            order = 3,
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Exit with 1 if there is no such branch. Default: yes.")
    private boolean errorWhenNotFound;

    /** Called by {@code ServiceLoader}. */
    public DeleteBranchCommand() {
        this(System.getenv());
    }

    DeleteBranchCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        if (broker().participants().deleteBranch(pacticipant, branch)) {
            out().printf("Deleted branch %s of %s.%n", branch, pacticipant);
            return ExitCodes.YES;
        }
        err().println(new ErrorMessage(
                "There is no branch %s of %s.".formatted(branch, pacticipant),
                "the broker's branches of " + pacticipant,
                "check both names; nothing is left to do if it was deleted already"));
        return errorWhenNotFound ? ExitCodes.NO : ExitCodes.YES;
    }
}
