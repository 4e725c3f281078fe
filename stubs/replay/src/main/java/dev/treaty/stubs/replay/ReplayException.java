package dev.treaty.stubs.replay;

/**
 * What keeps contracts from being replayed. Its message is for people and has three lines: what happened, where, and how
 * to fix it.
 */
public abstract sealed class ReplayException extends RuntimeException
        permits UnreadablePactFile, UnreadableProfile, PortUnavailable, UnknownProvider, UnknownState {

    ReplayException(String what, String where, String fix) {
        super("%s%n  where: %s%n  fix:   %s".formatted(what, where, fix).replace("\r\n", "\n"));
    }
}
