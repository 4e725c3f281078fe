package dev.treaty.pacts.broker.publishing;

import dev.treaty.pacts.broker.http.BrokerRefusal;
import dev.treaty.pacts.broker.participants.Participant;
import dev.treaty.pacts.broker.participants.Participants;
import dev.treaty.pacts.errors.ErrorMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Sees to it that the broker knows the main branch of each consumer. It guesses {@code main}, {@code master} and {@code develop}; a consumer
 * with another one has no main branch, and then its contracts are only ever work in progress, and can never fail a provider's build.
 *
 * @param requested the main branch that the user names; replaces what the broker knows
 * @param detected the default branch of the repository; only fills in what the broker does not know
 */
public record MainBranches(Participants participants, Optional<String> requested, Optional<String> detected) {

    /**
     * Tells the broker the main branches of consumers, where need be.
     *
     * @param wasKnown whether the broker knew a consumer before; if not, what it knows now is its guess
     * @return what happened, and what the user must do, for people; empty if there is nothing to say
     * @throws MainBranchRefused if the broker refuses the branch that the user named
     */
    public List<String> update(List<String> consumers, Predicate<String> wasKnown) {
        var messages = new ArrayList<String>();
        var unknown = new ArrayList<String>();
        for (var consumer : consumers) {
            var current = participants.find(consumer).flatMap(Participant::mainBranch);
            var wanted = requested.or(() -> detected);
            if (wanted.isPresent()) {
                message(consumer, current, wanted.get(), wasKnown.test(consumer))
                        .ifPresent(messages::add);
            } else if (current.isEmpty()) {
                unknown.add(consumer);
            }
        }
        if (!unknown.isEmpty()) {
            messages.add(unknown(unknown));
        }
        return messages;
    }

    private Optional<String> message(String consumer, Optional<String> current, String wanted, boolean wasKnown) {
        if (current.filter(wanted::equals).isPresent()) {
            return Optional.empty();
        }
        if (requested.isEmpty() && wasKnown && current.isPresent()) {
            return Optional.of(
                    "The main branch of %s is %s at the broker, but %s in the repository; --main-branch=%s changes it."
                            .formatted(consumer, current.get(), wanted, wanted));
        }
        return Optional.of(set(consumer, wanted));
    }

    private String set(String consumer, String branch) {
        try {
            participants.setMainBranch(consumer, branch);
            return "The main branch of %s is now %s at the broker.".formatted(consumer, branch);
        } catch (BrokerRefusal e) {
            var refused = new MainBranchRefused(consumer, branch, e);
            if (requested.isPresent()) {
                throw refused;
            }
            return refused.errorMessage().toString();
        }
    }

    private static String unknown(List<String> consumers) {
        return new ErrorMessage(
                        "The broker does not know the main branch of %s, so these contracts can never fail a provider's build."
                                .formatted(String.join(", ", consumers)),
                        "the broker, origin/HEAD of the repository, and the variables of the CI server",
                        "publish with --main-branch=<name>")
                .toString();
    }
}
