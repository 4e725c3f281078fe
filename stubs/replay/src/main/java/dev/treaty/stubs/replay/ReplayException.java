package dev.treaty.stubs.replay;

/**
 * What keeps contracts from being replayed. Its message is for people and has three lines: what happened, where, and how
 * to mend it.
 */
public abstract sealed class ReplayException extends RuntimeException
        permits UnreadablePactFile, UnreadableProfile, PortUnavailable, UnknownProvider, UnknownState {

    ReplayException(String what, String where, String mend) {
        super("%s%n  where: %s%n  mend:  %s".formatted(what, where, mend).replace("\r\n", "\n"));
    }
}
