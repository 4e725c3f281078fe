package dev.treaty.provider.workspaceservice;

import dev.treaty.provider.service.outbox.Outbox;
import dev.treaty.provider.service.outbox.OutboxEvent;
import dev.treaty.provider.service.states.SentMessages;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Finds the newest event about the workspace that a state names: exactly what is in the outbox. */
final class WorkspaceEvents implements SentMessages {

    private final Jdbi jdbi;

    WorkspaceEvents(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<SentMessage> newest(String state, Map<String, @Nullable Object> parameters) {
        var named = new StateParameters(state, parameters);
        return jdbi.withHandle(handle -> named.workspaces(handle).stream()
                        .flatMap(workspace -> Outbox.of(handle, workspace).stream())
                        .reduce((earlier, later) -> later))
                .map(event -> new SentMessage(event.content(), OutboxEvent.CONTENT_TYPE));
    }
}
