package dev.treaty.pacts.compare.source;

import dev.treaty.pacts.files.PactFile;
import java.util.List;

/** Contracts at a broker; found by {@code ServiceLoader}, so that comparing does not need a broker. */
public interface BrokerContracts {

    /**
     * The contracts of the versions of all consumers that are deployed to, or released in, an environment now.
     *
     * @throws dev.treaty.pacts.errors.TreatyException if the broker cannot be reached, or does not know the environment
     */
    List<PactFile> inEnvironment(String environment);
}
