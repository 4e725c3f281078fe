package dev.treaty.pacts.canonical;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What distinguishes one interaction of a contract from another: its description and its provider states.
 *
 * @param description as the consumer wrote it
 * @param states e.g. {@code a customer exists {"id": "cus_42"}}; several are joined by {@code and}; empty if there are none
 */
public record InteractionIdentity(String description, String states) implements Comparable<InteractionIdentity> {

    private static final Comparator<InteractionIdentity> ORDER =
            Comparator.comparing(InteractionIdentity::description).thenComparing(InteractionIdentity::states);

    /** The identity of an interaction of a pact. */
    public static InteractionIdentity of(JsonNode interaction) {
        return new InteractionIdentity(
                interaction.path("description").asText(),
                StreamSupport.stream(interaction.path("providerStates").spliterator(), false)
                        .map(InteractionIdentity::state)
                        .collect(Collectors.joining(" and ")));
    }

    private static String state(JsonNode state) {
        var name = state.path("name").asText();
        return state.has("params") ? name + " " + CanonicalWriter.line(SortedKeys.sorted(state.get("params"))) : name;
    }

    /**
     * A short key: the first eight hexadecimal digits of the SHA-256 of description and states. pact-jvm's own keys will not
     * do: messages have none, and they ignore the values of state parameters.
     */
    String key() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest((description + "\n" + states).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    @Override
    public int compareTo(InteractionIdentity other) {
        return ORDER.compare(this, other);
    }

    /** The description in quotes, e.g. {@code "a request to create a payment"}. */
    @Override
    public String toString() {
        return "\"" + description + "\"";
    }
}
