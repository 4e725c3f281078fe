package dev.treaty.stubs.matching.interaction;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction;
import dev.treaty.pacts.files.PactFile;
import java.util.List;
import java.util.UUID;

/**
 * Where an interaction comes from.
 *
 * @param number distinguishes interactions with the same participants, description and states; usually {@code "1"}
 * @param order its place among all loaded interactions: by file, then by place in the file
 */
public record InteractionOrigin(PactFile file, V4Interaction interaction, String number, long order) {

    /** The id of its stub mapping; the same whenever the same contracts are loaded. */
    public UUID id() {
        var name = String.join(
                "\n", consumer(), provider(), description(), String.valueOf(interaction.getProviderStates()), number);
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }

    /** E.g. {@code "billing"}. */
    public String consumer() {
        return file.consumer();
    }

    /** E.g. {@code "stripe"}. */
    public String provider() {
        return file.provider();
    }

    /** The name of the contract file, e.g. {@code "billing-stripe.json"}; or of the contract and its version at a broker. */
    public String fileName() {
        return file.name();
    }

    /** The description in the contract. */
    public String description() {
        return interaction.getDescription();
    }

    /** The key in the contract, or the one that pact-jvm generates if there is none. */
    public String key() {
        var key = interaction.getKey();
        // pact-jvm reads a missing key as this text
        return key == null || key.isEmpty() || key.equals("null") ? interaction.generateKey() : key;
    }

    /** The provider states in the contract. */
    public List<ProviderState> states() {
        return interaction.getProviderStates();
    }
}
