package dev.treaty.pacts.compare.source;

import dev.treaty.pacts.compare.interaction.ContractFile;
import java.util.List;

/** Contracts of one point in time. */
public interface ContractSource {

    /**
     * Reads them.
     *
     * @throws dev.treaty.pacts.errors.TreatyException if that is not possible
     */
    List<ContractFile> contracts();
}
