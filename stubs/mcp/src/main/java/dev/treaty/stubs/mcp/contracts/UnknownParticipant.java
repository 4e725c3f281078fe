package dev.treaty.stubs.mcp.contracts;

import dev.treaty.pacts.errors.Similarity;
import dev.treaty.pacts.errors.TreatyException;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.matching.ContractSnapshot;
import java.util.Collection;
import java.util.TreeSet;

/** No contract has this consumer or provider. */
public final class UnknownParticipant extends TreatyException {

    private static final int MOST = 20;

    private UnknownParticipant(String role, String name, Collection<String> known) {
        super(
                "No contract has a %s \"%s\".".formatted(role, name),
                "the argument \"%s\"".formatted(role),
                known.isEmpty()
                        ? "start the server with --pacts and a folder of contracts"
                        : "use one of "
                                + String.join(
                                        ", ",
                                        Similarity.nearest(name, known).stream()
                                                .limit(MOST)
                                                .toList())
                                + (known.size() > MOST ? "; list_contracts has all" : ""));
    }

    /** @throws UnknownParticipant if there is none */
    static void requireProvider(String name, ContractSnapshot contracts) {
        if (!contracts.providers().contains(name)) {
            throw new UnknownParticipant("provider", name, contracts.providers());
        }
    }

    /** @throws UnknownParticipant if there is none */
    static void requireConsumer(String name, ContractSnapshot contracts) {
        var known =
                new TreeSet<>(contracts.files().stream().map(PactFile::consumer).toList());
        if (!known.contains(name)) {
            throw new UnknownParticipant("consumer", name, known);
        }
    }
}
