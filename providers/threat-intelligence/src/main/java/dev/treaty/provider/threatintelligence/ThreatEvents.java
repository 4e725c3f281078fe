package dev.treaty.provider.threatintelligence;

import dev.treaty.provider.service.outbox.Outbox;
import dev.treaty.provider.service.outbox.OutboxEvent;
import dev.treaty.provider.service.states.SentMessages;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Finds the newest event about the address or source that a state names: exactly what is in the outbox. */
final class ThreatEvents implements SentMessages {

    private final Jdbi jdbi;

    ThreatEvents(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<SentMessage> newest(String state, Map<String, @Nullable Object> parameters) {
        var subject = parameters.containsKey("ip") ? parameters.get("ip") : parameters.get("source");
        return jdbi.withHandle(handle ->
                        Outbox.of(handle, String.valueOf(subject)).stream().reduce((earlier, later) -> later))
                .map(event -> new SentMessage(event.content(), OutboxEvent.CONTENT_TYPE));
    }
}
