package dev.treaty.stubs.server;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.files.ChangingPacts;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.server.broker.BrokerPacts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the contracts come from; those in files win over those from a broker.
 *
 * @param files on disk, or in this jar
 */
record ServedContracts(ChangingPacts files, Optional<BrokerPacts> broker) {

    /** What a contract of the broker says and is not read. */
    List<ErrorMessage> audit(PactFile file) {
        return broker.stream().flatMap(pacts -> pacts.audit(file).stream()).toList();
    }

    List<PactFile> all() {
        return Stream.concat(files.contracts().stream(), broker.stream().flatMap(pacts -> pacts.contracts().stream()))
                .toList();
    }
}
