package dev.treaty.provider.verification.targets;

import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import dev.treaty.provider.verification.comparison.ComparisonResult;
import dev.treaty.provider.verification.comparison.ContractComparison;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.states.ProviderStates;
import dev.treaty.provider.verification.states.StateChangeFailed;
import dev.treaty.provider.verification.states.StateLocks;
import dev.treaty.provider.verification.states.StateValues;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A service that really runs, embedded or at a URL: each state is brought about, then the service is asked, then the states
 * are undone in the opposite order.
 */
public final class RunningServiceTarget implements VerificationTarget {

    private final ProviderHttpClient service;
    private final ProviderStates states;
    private final MessageSource messages;
    private final Function<ContractInteraction, Collection<String>> collisions;
    private final StateLocks locks = new StateLocks();

    /**
     * @param messages what the service sent of itself after the states were brought about
     * @param collisions keys of which no two interactions may hold the same at a time
     */
    public RunningServiceTarget(
            URI service,
            ProviderStates states,
            MessageSource messages,
            Function<ContractInteraction, Collection<String>> collisions) {
        this.service = new ProviderHttpClient(service);
        this.states = states;
        this.messages = messages;
        this.collisions = collisions;
    }

    @Override
    public ComparisonResult ask(ContractInteraction asked) {
        return locks.holding(collisions.apply(asked), () -> inItsStates(asked));
    }

    private ComparisonResult inItsStates(ContractInteraction asked) {
        var entered = new ArrayDeque<ProviderState>();
        Throwable failure = null;
        try {
            var values = new LinkedHashMap<String, @Nullable Object>();
            for (var state : asked.states()) {
                entered.push(state);
                values.putAll(state.getParams());
                values.putAll(states.enter(state));
            }
            return ask(asked, new StateValues(values));
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        } finally {
            leave(entered, failure);
        }
    }

    /** Undoes all states even if one cannot be undone, and never hides why the interaction itself failed. */
    private void leave(Deque<ProviderState> entered, @Nullable Throwable failure) {
        Throwable first = failure;
        StateChangeFailed notUndone = null;
        for (var state : entered) {
            try {
                states.leave(state);
            } catch (StateChangeFailed e) {
                if (first == null) {
                    first = e;
                    notUndone = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (notUndone != null) {
            throw notUndone;
        }
    }

    private ComparisonResult ask(ContractInteraction asked, StateValues values) {
        if (asked.interaction() instanceof SynchronousHttp http) {
            var expected = values.response(http);
            var request = values.request(http);
            var differences = ContractComparison.of(asked.alone(), expected, service.send(request));
            return ComparisonResult.of(differences, () -> service.repeat(request));
        }
        return messages.ask(asked, (AsynchronousMessage) asked.interaction());
    }
}
