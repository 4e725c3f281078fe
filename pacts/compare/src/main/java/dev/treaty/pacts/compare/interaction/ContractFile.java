package dev.treaty.pacts.compare.interaction;

import dev.treaty.pacts.files.PactFile;
import java.util.List;

/**
 * A contract as it was read.
 *
 * @param plain the interactions that need no plugin
 * @param plugins the others
 */
public record ContractFile(PactFile plain, List<PluginInteraction> plugins) {

    /** Copies the list. */
    public ContractFile {
        plugins = List.copyOf(plugins);
    }
}
