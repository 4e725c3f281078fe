package dev.treaty.provider.verification.targets;

import java.util.Map;

/** A message as a service really sent it, or has it in its outbox. */
public final class SentMessage {

    private final byte[] contents;
    private final String contentType;
    private final Map<String, Object> metadata;

    /**
     * @param contents the message's bytes, as they were sent
     * @param contentType of the contents, e.g. {@code "application/cloudevents+json"}
     * @param metadata what travelled beside the contents, e.g. a topic or headers; values as JSON has them
     */
    public SentMessage(byte[] contents, String contentType, Map<String, ?> metadata) {
        this.contents = contents.clone();
        this.contentType = contentType;
        this.metadata = Map.copyOf(metadata);
    }

    /** The message's bytes, as they were sent. */
    public byte[] contents() {
        return contents.clone();
    }

    /** Of the contents, e.g. {@code "application/cloudevents+json"}. */
    public String contentType() {
        return contentType;
    }

    /** What travelled beside the contents. */
    public Map<String, Object> metadata() {
        return metadata;
    }

    /** Without contents and metadata, which may hold secrets. */
    @Override
    public String toString() {
        return "SentMessage[%s, %d bytes]".formatted(contentType, contents.length);
    }
}
