package dev.treaty.pacts.files;

import java.util.List;
import java.util.Optional;

/** Contracts that may change while they are used: in files, or at a Pact Broker. Not thread-safe. */
public interface ChangingPacts {

    /** The contracts as they were read last; of a broken one, its last good version. */
    List<PactFile> contracts();

    /** Reads what has changed since the last time; empty if nothing has. */
    Optional<PactChanges> changes();

    /** Contracts that never change. */
    static ChangingPacts fixed(List<PactFile> contracts) {
        return new ChangingPacts() {
            @Override
            public List<PactFile> contracts() {
                return contracts;
            }

            @Override
            public Optional<PactChanges> changes() {
                return Optional.empty();
            }
        };
    }
}
