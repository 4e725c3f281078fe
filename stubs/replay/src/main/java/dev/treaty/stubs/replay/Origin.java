package dev.treaty.stubs.replay;

import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction;
import java.util.List;
import java.util.UUID;

/**
 * Where an interaction comes from.
 *
 * @param id of its stub mapping; the same each time the same contracts are loaded
 * @param order its place among all interactions that are loaded
 */
record Origin(UUID id, int order, PactFile file, V4Interaction interaction) {

    String consumer() {
        return file.consumer();
    }

    String provider() {
        return file.provider();
    }

    String fileName() {
        return String.valueOf(file.path().getFileName());
    }

    String description() {
        return interaction.getDescription();
    }

    /** As the contract has it, or as pact-jvm makes one for a contract that has none. */
    String key() {
        var key = interaction.getKey();
        // pact-jvm reads a missing key as this text
        return key == null || key.isEmpty() || key.equals("null") ? interaction.generateKey() : key;
    }

    List<ProviderState> states() {
        return interaction.getProviderStates();
    }
}
