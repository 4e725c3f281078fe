package dev.treaty.provider.verification.targets;

import java.util.Map;

/** A message that a service sent, or has in its outbox. */
public final class SentMessage {

    private final byte[] contents;
    private final String contentType;
    private final Map<String, Object> metadata;

    /**
     * @param contents the message's bytes, as sent
     * @param contentType of the contents, e.g. {@code "application/cloudevents+json"}
     * @param metadata what was sent with the contents, e.g. a topic or headers; values as in JSON
     */
    public SentMessage(byte[] contents, String contentType, Map<String, ?> metadata) {
        this.contents = contents.clone();
        this.contentType = contentType;
        this.metadata = Map.copyOf(metadata);
    }

    /** The message's bytes, as sent. */
    public byte[] contents() {
        return contents.clone();
    }

    /** The type of the contents, e.g. {@code "application/cloudevents+json"}. */
    public String contentType() {
        return contentType;
    }

    /** What was sent with the contents. */
    public Map<String, Object> metadata() {
        return metadata;
    }

    /** Omits contents and metadata, which may contain secrets. */
    @Override
    public String toString() {
        return "SentMessage[%s, %d bytes]".formatted(contentType, contents.length);
    }
}
