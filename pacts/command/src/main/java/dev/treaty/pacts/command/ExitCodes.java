package dev.treaty.pacts.command;

/** What the exit code of a command says. A pipeline can tell "no" from "nobody could say". */
public final class ExitCodes {

    /** Yes, or done. */
    public static final int YES = 0;

    /** No, or refused: the question was asked and answered. */
    public static final int NO = 1;

    /** The question could not be asked or answered: the command line is wrong, or a file, a name or a broker is out of reach. */
    public static final int UNANSWERED = 2;

    private ExitCodes() {}
}
