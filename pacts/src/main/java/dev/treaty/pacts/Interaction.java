package dev.treaty.pacts;

import java.util.List;

/**
 * One thing that a consumer needs of a provider: what a list or a report says of it. What exactly goes over the wire is in
 * the {@linkplain Contract#json() contract's file}, under the same key.
 *
 * @param key names the interaction within its contract and changes only with its description or states; eight hexadecimal
 *     digits
 * @param type request and response, or message
 * @param description a sentence fragment, e.g. {@code "a payment confirmed with a card that is declined"}
 * @param states what must be so at the provider, in the order in which it is brought about
 */
public record Interaction(String key, InteractionType type, String description, List<ProviderState> states) {

    /** Keeps a copy of the states. */
    public Interaction {
        states = List.copyOf(states);
    }
}
