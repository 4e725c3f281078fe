package dev.treaty.stubs.replay;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message as a provider sends it. Cannot be changed; {@code with…} gives another one. */
public final class Message {

    private final String description;
    private final byte[] contents;
    private final String contentType;
    private final Map<String, @Nullable Object> metadata;

    /**
     * @param description the interaction's, e.g. {@code "a payment has succeeded"}
     * @param contents the message's bytes, empty if it has none
     * @param contentType of the contents, e.g. {@code "application/json"}
     * @param metadata what travels beside the contents, e.g. headers of a webhook; values as JSON has them (text, numbers,
     *     booleans, lists, maps, null)
     */
    public Message(
            String description, byte[] contents, String contentType, Map<String, ? extends @Nullable Object> metadata) {
        this.description = description;
        this.contents = contents.clone();
        this.contentType = contentType;
        this.metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** The interaction's, e.g. {@code "a payment has succeeded"}. */
    public String description() {
        return description;
    }

    /** The message's bytes, empty if it has none. */
    public byte[] contents() {
        return contents.clone();
    }

    /** Of the contents, e.g. {@code "application/json"}. */
    public String contentType() {
        return contentType;
    }

    /** What travels beside the contents, in the order of the contract; values as JSON has them. */
    public Map<String, @Nullable Object> metadata() {
        return metadata;
    }

    /** The same message with one more piece of metadata, or with another value for it. */
    public Message withMetadata(String name, Object value) {
        var extended = new LinkedHashMap<String, @Nullable Object>(metadata);
        extended.put(name, value);
        return new Message(description, contents, contentType, extended);
    }

    /** The same message with other contents. */
    public Message withContents(byte[] otherContents) {
        return new Message(description, otherContents, contentType, metadata);
    }

    /** Without contents and metadata, which may hold signatures. */
    @Override
    public String toString() {
        return "Message[%s, %s, %d bytes]".formatted(description, contentType, contents.length);
    }
}
