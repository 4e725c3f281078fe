package dev.treaty.pacts.command;

/** Implemented by a {@link dev.treaty.pacts.errors.TreatyException} that ends a command with another code than {@link ExitCodes#UNANSWERED}. */
public interface ExitCodeFailure {

    /** One of {@link ExitCodes}. */
    int exitCode();
}
