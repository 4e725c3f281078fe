package dev.treaty.consumer.environmentconsole.command;

/** What the exit code says. */
final class ExitCode {

    /** Done, or everything is in order. */
    static final int DONE = 0;
    /** Refused, failed, cancelled, unreachable, or something is not in order. */
    static final int FAILED = 1;
    /** The command line or the settings are wrong; nothing was sent. */
    static final int USAGE = 2;

    private ExitCode() {}
}
