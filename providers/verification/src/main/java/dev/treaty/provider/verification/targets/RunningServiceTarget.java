package dev.treaty.provider.verification.targets;

import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import dev.treaty.provider.verification.comparison.ComparisonResult;
import dev.treaty.provider.verification.comparison.ContractComparison;
import dev.treaty.provider.verification.comparison.InteractionSkipped;
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
 * A running service, embedded or at a URL: its states are set up, then the request is sent, then the states are torn down in reverse
 * order.
 */
public final class RunningServiceTarget implements VerificationTarget {

    private final ProviderHttpClient service;
    private final ProviderStates states;
    private final MessageSource messages;
    private final Function<ContractInteraction, Collection<String>> collisions;
    private final StateLocks locks;

    /**
     * @param messages what the service sends on its own after the states were set up
     * @param parallel how many interactions may run at the same time
     * @param collisions the keys of an interaction; two that share one do not run in parallel
     */
    public RunningServiceTarget(
            URI service,
            ProviderStates states,
            MessageSource messages,
            int parallel,
            Function<ContractInteraction, Collection<String>> collisions) {
        this.service = new ProviderHttpClient(service);
        this.states = states;
        this.messages = messages;
        this.locks = new StateLocks(parallel);
        this.collisions = collisions;
    }

    @Override
    public ComparisonResult verify(ContractInteraction interaction) {
        if (interaction.interaction() instanceof AsynchronousMessage) {
            messages.requireAvailable(interaction);
        } else if (!(interaction.interaction() instanceof SynchronousHttp)) {
            throw new InteractionSkipped("synchronous messages are not verified");
        }
        return locks.holding(collisions.apply(interaction), () -> verifyInStates(interaction));
    }

    private ComparisonResult verifyInStates(ContractInteraction interaction) {
        var setUp = new ArrayDeque<ProviderState>();
        Throwable failure = null;
        try {
            var values = new LinkedHashMap<String, @Nullable Object>();
            for (var state : interaction.states()) {
                setUp.push(state);
                values.putAll(state.getParams());
                values.putAll(states.setUp(state));
            }
            return verify(interaction, new StateValues(values));
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        } finally {
            tearDown(setUp, failure);
        }
    }

    /** Tears down all states even if one fails, and never hides why the interaction itself failed. */
    private void tearDown(Deque<ProviderState> setUp, @Nullable Throwable failure) {
        Throwable first = failure;
        StateChangeFailed notTornDown = null;
        for (var state : setUp) {
            try {
                states.tearDown(state);
            } catch (StateChangeFailed e) {
                if (first == null) {
                    first = e;
                    notTornDown = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (notTornDown != null) {
            throw notTornDown;
        }
    }

    private ComparisonResult verify(ContractInteraction interaction, StateValues values) {
        if (interaction.interaction() instanceof SynchronousHttp http) {
            var expected = values.response(http);
            var request = values.request(http);
            var mismatches = ContractComparison.of(interaction.alone(), expected, service.send(request));
            return ComparisonResult.of(mismatches, () -> service.repeat(request));
        }
        return messages.verify(interaction, (AsynchronousMessage) interaction.interaction());
    }
}
