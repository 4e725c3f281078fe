package dev.treaty.stubs.replay;

import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.v4.MessageContents;
import dev.treaty.pacts.files.PactFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * A contract among others, its interactions ready to be asked.
 *
 * @param position among the files, from 0 on
 * @param ordinal among the files with the same consumer and provider, from 0 on
 */
record LoadedFile(PactFile file, int position, int ordinal, List<Replay> replays) {

    static LoadedFile of(PactFile file, int position, int ordinal, StateFilter filter) {
        var replays = new ArrayList<Replay>();
        var numbers = new HashMap<Name, Integer>();
        var twins = new Twins();
        var headers = new PreparedHeaders();
        for (var interaction : file.interactions()) {
            var name = new Name(interaction.getDescription(), interaction.getProviderStates());
            var number = numbers.merge(name, 1, Integer::sum);
            var order = ((long) position << Integer.SIZE) + replays.size();
            var origin = new Origin(file, interaction, ordinal == 0 ? "" + number : ordinal + "-" + number, order);
            if (filter.lets(interaction)) {
                replays.add(replay(origin, twins, headers));
            }
        }
        return new LoadedFile(file, position, ordinal, List.copyOf(replays));
    }

    /** Whether nothing of it would come out differently. */
    @SuppressWarnings("ReferenceEquality") // a file that was read again may be equal in all but its interactions
    boolean is(PactFile otherFile, int otherPosition, int otherOrdinal) {
        return file == otherFile && position == otherPosition && ordinal == otherOrdinal;
    }

    private static Replay replay(Origin origin, Twins twins, PreparedHeaders headers) {
        var interaction = origin.interaction();
        if (interaction instanceof V4Interaction.SynchronousHttp http) {
            return new HttpReplay(origin, twins.sameAs(http.getRequest()), http.getResponse(), headers);
        }
        if (interaction instanceof V4Interaction.AsynchronousMessage message) {
            return new MessageReplay(origin, message.getContents());
        }
        var messages = (V4Interaction.SynchronousMessages) interaction;
        return new MessageReplay(
                origin,
                messages.getResponse().isEmpty()
                        ? new MessageContents()
                        : messages.getResponse().get(0));
    }

    private record Name(String description, List<ProviderState> states) {}
}
