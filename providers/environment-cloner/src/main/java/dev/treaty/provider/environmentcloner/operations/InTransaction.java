package dev.treaty.provider.environmentcloner.operations;

import org.jdbi.v3.core.Handle;

/** What a caller stores together with a new operation: both are committed, or neither is. */
@FunctionalInterface
public interface InTransaction {

    /** Nothing. */
    InTransaction NOTHING = (handle, operation) -> {};

    /** Runs in the transaction; whatever it throws rolls it back and reaches the caller. */
    void run(Handle handle, Operation operation);
}
