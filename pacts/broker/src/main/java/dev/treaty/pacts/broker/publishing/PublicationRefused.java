package dev.treaty.pacts.broker.publishing;

import dev.treaty.pacts.command.ExitCodeFailure;
import dev.treaty.pacts.command.ExitCodes;
import dev.treaty.pacts.errors.TreatyException;
import java.util.List;
import java.util.stream.Collectors;

/** Contracts contradict what is published under their version; nothing was published. */
public final class PublicationRefused extends TreatyException implements ExitCodeFailure {

    PublicationRefused(String version, List<Conflict> conflicts) {
        super(
                "Version %s has other contracts at the broker already; nothing was published.".formatted(version),
                conflicts.stream().map(Conflict::toString).collect(Collectors.joining("\n         ")),
                "commit the change, and publish it as the version of that commit; a published contract never changes");
    }

    @Override
    public int exitCode() {
        return ExitCodes.NO;
    }
}
