package dev.treaty.stubs.matching;

import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.v4.MessageContents;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.matching.interaction.HttpInteraction;
import dev.treaty.stubs.matching.interaction.InteractionOrigin;
import dev.treaty.stubs.matching.interaction.MessageInteraction;
import dev.treaty.stubs.matching.interaction.ReplayedInteraction;
import dev.treaty.stubs.matching.request.EmptyParameters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * A contract with its interactions, ready to be searched.
 *
 * @param rank puts the contracts in order, see {@link ContractRanks}
 * @param ordinal among the files with the same consumer and provider, starting at 0
 */
record IndexedContract(PactFile file, int rank, int ordinal, List<ReplayedInteraction> interactions) {

    static IndexedContract of(PactFile file, int rank, int ordinal, StateFilter filter) {
        var interactions = new ArrayList<ReplayedInteraction>();
        var numbers = new HashMap<Name, Integer>();
        var requests = new RequestInterner();
        for (var interaction : file.interactions()) {
            var name = new Name(interaction.getDescription(), interaction.getProviderStates());
            var number = numbers.merge(name, 1, Integer::sum);
            var order = ((long) rank << Integer.SIZE) + interactions.size();
            var origin = new InteractionOrigin(
                    file, interaction, ordinal == 0 ? "" + number : ordinal + "-" + number, order);
            if (filter.accepts(interaction)) {
                interactions.add(replayed(origin, requests));
            }
        }
        return new IndexedContract(file, rank, ordinal, List.copyOf(interactions));
    }

    /** Whether indexing this file would give the same result, wherever it is among the others. */
    @SuppressWarnings("ReferenceEquality") // a file that was read again may be equal in all but its interactions
    boolean isFor(PactFile otherFile, int otherOrdinal) {
        return file == otherFile && ordinal == otherOrdinal;
    }

    private static ReplayedInteraction replayed(InteractionOrigin origin, RequestInterner requests) {
        var interaction = origin.interaction();
        if (interaction instanceof V4Interaction.SynchronousHttp http) {
            return new HttpInteraction(
                    origin, requests.intern(EmptyParameters.filledIn(http.getRequest())), http.getResponse());
        }
        if (interaction instanceof V4Interaction.AsynchronousMessage message) {
            return new MessageInteraction(origin, message.getContents());
        }
        var messages = (V4Interaction.SynchronousMessages) interaction;
        return new MessageInteraction(
                origin,
                messages.getResponse().isEmpty()
                        ? new MessageContents()
                        : messages.getResponse().get(0));
    }

    private record Name(String description, List<ProviderState> states) {}
}
