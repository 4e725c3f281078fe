package dev.treaty.provider.environmentcloner.states;

import dev.treaty.provider.service.outbox.Outbox;
import dev.treaty.provider.service.outbox.OutboxEvent;
import dev.treaty.provider.service.states.SentMessages;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Finds the newest event about what a state has brought about: exactly what is in the outbox. */
public final class ClonerEvents implements SentMessages {

    private final Jdbi jdbi;
    private final ClonerStates states;

    public ClonerEvents(Jdbi jdbi, ClonerStates states) {
        this.jdbi = jdbi;
        this.states = states;
    }

    @Override
    public Optional<SentMessage> newest(String state, Map<String, @Nullable Object> parameters) {
        return states.subject(state)
                .flatMap(subject -> jdbi.withHandle(
                        handle -> Outbox.of(handle, subject).stream().reduce((earlier, later) -> later)))
                .map(event -> new SentMessage(event.content(), OutboxEvent.CONTENT_TYPE));
    }
}
