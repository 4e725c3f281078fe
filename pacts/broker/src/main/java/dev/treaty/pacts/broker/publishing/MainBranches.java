package dev.treaty.pacts.broker.publishing;

import dev.treaty.pacts.broker.http.BrokerRefusal;
import dev.treaty.pacts.broker.participants.Participant;
import dev.treaty.pacts.broker.participants.Participants;
import dev.treaty.pacts.errors.ErrorMessage;
import java.util.Optional;

/**
 * Sees to it that the broker knows the main branch of each consumer. It guesses {@code main}, {@code master} and {@code develop}; a consumer
 * with another one has no main branch, and then its contracts are only ever work in progress, and can never fail a provider's build.
 *
 * @param requested the main branch that the user names; replaces what the broker knows
 * @param detected the default branch of the repository; only fills in what the broker does not know
 */
public record MainBranches(Participants participants, Optional<String> requested, Optional<String> detected) {

    /**
     * Tells the broker a consumer's main branch, if need be.
     *
     * @param wasKnown whether the broker knew the consumer before; if not, what it knows now is its guess
     * @return what happened, or what the user must do, for people; empty if there is nothing to say
     */
    public Optional<String> update(String consumer, boolean wasKnown) {
        var current = participants.find(consumer).flatMap(Participant::mainBranch);
        var wanted = requested.or(() -> detected);
        if (wanted.isEmpty()) {
            return current.isPresent() ? Optional.empty() : Optional.of(unknown(consumer));
        }
        if (wanted.equals(current)) {
            return Optional.empty();
        }
        if (requested.isEmpty() && wasKnown && current.isPresent()) {
            return Optional.of(
                    "The main branch of %s is %s at the broker, but %s in the repository; --main-branch=%s changes it."
                            .formatted(consumer, current.get(), wanted.get(), wanted.get()));
        }
        return Optional.of(set(consumer, wanted.get()));
    }

    private String set(String consumer, String branch) {
        try {
            participants.setMainBranch(consumer, branch);
            return "The main branch of %s is now %s at the broker.".formatted(consumer, branch);
        } catch (BrokerRefusal e) {
            return "The contracts are published, but the main branch of %s is not set. %s"
                    .formatted(consumer, e.getMessage());
        }
    }

    private static String unknown(String consumer) {
        return new ErrorMessage(
                        "The broker does not know the main branch of %s, so that its contracts can never fail a provider's build."
                                .formatted(consumer),
                        "the pacticipant %s, and origin/HEAD of the repository".formatted(consumer),
                        "publish with --main-branch=<name>")
                .toString();
    }
}
