package dev.treaty.stubs.http.provider;

import dev.treaty.stubs.matching.interaction.Message;
import java.util.Optional;

/**
 * What a contract alone cannot say about one provider. Found by {@link java.util.ServiceLoader}: a module that implements
 * it names its class in {@code META-INF/services/dev.treaty.stubs.http.provider.ProviderStub}.
 */
public interface ProviderStub {

    /** The provider's name in the contracts, e.g. {@code "stripe"}. */
    String provider();

    /**
     * Completes a message that the provider is about to send, e.g. signs it with the current time.
     *
     * @param message as the contract has it, generators applied
     * @return what is sent instead; the same message if there is nothing to add
     */
    default Message complete(Message message) {
        return message;
    }

    /** Opens the provider's replay, which has state; empty if only contracts answer. It is closed with the server. */
    default Optional<ProviderReplay> open(ReplaySettings settings) {
        return Optional.empty();
    }

    /**
     * Makes up the credentials of an account that nobody else uses, so that a test has a world of its own; empty if the provider has no
     * replay with state.
     */
    default Optional<ReplayAccount> newAccount() {
        return Optional.empty();
    }
}
