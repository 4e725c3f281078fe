package dev.treaty.provider.environmentcloner.refusals;

/** A source would have been read by a role, or in a transaction, that could write to it (403). */
public final class SourceIsNotReadOnly extends WallRefusal {

    public SourceIsNotReadOnly(WallName wall, String environment, String what, String where, String fix) {
        super(wall, environment, "source-is-not-read-only", what, where, fix);
    }
}
