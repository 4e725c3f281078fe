package dev.treaty.provider.environmentcloner.copy;

import java.sql.SQLException;

/** A database did not do what a copy needs; the cause is its error. */
public final class CopyFailed extends RuntimeException {

    private final SQLException failure;

    CopyFailed(SQLException failure) {
        super(failure);
        this.failure = failure;
    }

    /** The database's error. */
    public SQLException failure() {
        return failure;
    }
}
