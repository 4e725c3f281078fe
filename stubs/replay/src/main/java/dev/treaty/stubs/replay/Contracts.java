package dev.treaty.stubs.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.v4.MessageContents;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every interaction that was loaded, whether it is served at present or not. */
final class Contracts {

    private final List<Replay> interactions = new ArrayList<>();
    private final Map<UUID, Replay> byId = new HashMap<>();
    private final Collection<String> providers = new TreeSet<>();

    Contracts(Collection<PactFile> files) {
        var numbers = new HashMap<String, Integer>();
        for (var file : files) {
            providers.add(file.provider());
            for (var interaction : file.interactions()) {
                var name = String.join(
                        "\n",
                        file.consumer(),
                        file.provider(),
                        interaction.getDescription(),
                        String.valueOf(interaction.getProviderStates()));
                var number = numbers.merge(name, 1, Integer::sum);
                var id = UUID.nameUUIDFromBytes((name + "\n" + number).getBytes(UTF_8));
                add(replay(new Origin(id, interactions.size(), file, interaction)));
            }
        }
    }

    private void add(Replay replay) {
        interactions.add(replay);
        byId.put(replay.origin().id(), replay);
    }

    private static Replay replay(Origin origin) {
        var interaction = origin.interaction();
        if (interaction instanceof V4Interaction.SynchronousHttp http) {
            return new HttpReplay(origin, http);
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

    List<Replay> interactions() {
        return Collections.unmodifiableList(interactions);
    }

    /** The interaction whose own stub mapping this is; none for one that was added or edited at run time. */
    @SuppressWarnings("ReferenceEquality") // one that was edited back is equal, and no longer the contract's own
    Optional<Replay> of(@Nullable StubMapping mapping) {
        return mapping == null
                ? Optional.empty()
                : Optional.ofNullable(byId.get(mapping.getId())).filter(replay -> replay.mapping() == mapping);
    }

    Optional<Replay> withId(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** By name. */
    Collection<String> providers() {
        return Collections.unmodifiableCollection(providers);
    }
}
