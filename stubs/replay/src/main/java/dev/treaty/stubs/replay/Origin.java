package dev.treaty.stubs.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction;
import dev.treaty.pacts.files.PactFile;
import java.util.List;
import java.util.UUID;

/**
 * Where an interaction comes from.
 *
 * @param number tells interactions apart that have the same participants, description and states; as a rule {@code "1"}
 * @param order its place among all interactions that are loaded: by file, then by place in the file
 */
record Origin(PactFile file, V4Interaction interaction, String number, long order) {

    /** Of its stub mapping; the same each time the same contracts are loaded. */
    UUID id() {
        var name = String.join(
                "\n", consumer(), provider(), description(), String.valueOf(interaction.getProviderStates()), number);
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }

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
