package dev.treaty.provider.service.states;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the messages that a service has sent or keeps in its outbox, for a verification. */
public interface SentMessages {

    /**
     * A message as the service sends it.
     *
     * @param content sent in UTF-8
     * @param contentType e.g. {@code "application/cloudevents+json"}
     */
    record SentMessage(String content, String contentType) {}

    /**
     * The newest message about the subject of a provider state; empty if there is none.
     *
     * @param state the last one of the interaction
     */
    Optional<SentMessage> newest(String state, Map<String, @Nullable Object> parameters);
}
