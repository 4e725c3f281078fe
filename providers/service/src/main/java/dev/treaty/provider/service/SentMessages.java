package dev.treaty.provider.service;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a service has sent of itself, or has in its outbox, for a verification that has brought it to a state. */
public interface SentMessages {

    /**
     * A message as it is sent.
     *
     * @param content goes out in UTF-8
     * @param contentType e.g. {@code "application/cloudevents+json"}
     */
    record SentMessage(String content, String contentType) {}

    /**
     * The newest message about what a state names; empty if there is none.
     *
     * @param state of the contract's interaction, its last
     */
    Optional<SentMessage> newest(String state, Map<String, @Nullable Object> parameters);
}
