package dev.treaty.stubs.matching.interaction;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message as a provider sends it. Immutable; the {@code with…} methods return a changed copy. */
public final class Message {

    private final String description;
    private final byte[] contents;
    private final String contentType;
    private final Map<String, @Nullable Object> metadata;

    /**
     * @param description the description of the interaction, e.g. {@code "a payment_intent.succeeded event"}
     * @param contents the message's bytes, empty if it has none
     * @param contentType of the contents, e.g. {@code "application/json"}
     * @param metadata what is sent along with the contents, e.g. the headers of a webhook; values as in JSON (text, numbers,
     *     booleans, lists, maps, null)
     */
    public Message(
            String description, byte[] contents, String contentType, Map<String, ? extends @Nullable Object> metadata) {
        this.description = description;
        this.contents = contents.clone();
        this.contentType = contentType;
        this.metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** The description of the interaction, e.g. {@code "a payment_intent.succeeded event"}. */
    public String description() {
        return description;
    }

    /** The bytes of the message; empty if it has no contents. */
    public byte[] contents() {
        return contents.clone();
    }

    /** The media type of the contents, e.g. {@code "application/json"}. */
    public String contentType() {
        return contentType;
    }

    /** What is sent along with the contents, in the order of the contract; values as in JSON. */
    public Map<String, @Nullable Object> metadata() {
        return metadata;
    }

    /** A copy with an entry of metadata added or replaced. */
    public Message withMetadata(String name, Object value) {
        var extended = new LinkedHashMap<String, @Nullable Object>(metadata);
        extended.put(name, value);
        return new Message(description, contents, contentType, extended);
    }

    /** A copy with other contents. */
    public Message withContents(byte[] otherContents) {
        return new Message(description, otherContents, contentType, metadata);
    }

    /** Leaves out contents and metadata, which may contain signatures. */
    @Override
    public String toString() {
        return "Message[%s, %s, %d bytes]".formatted(description, contentType, contents.length);
    }
}
