package dev.treaty.consumer.http;

/** The body of a request. */
public final class HttpContent {

    private final String mediaType;
    private final byte[] bytes;

    /** Copies the bytes. */
    public HttpContent(String mediaType, byte[] bytes) {
        this.mediaType = mediaType;
        this.bytes = bytes.clone();
    }

    public String mediaType() {
        return mediaType;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Not the body itself, which may contain secrets. */
    @Override
    public String toString() {
        return "%d bytes of %s".formatted(bytes.length, mediaType);
    }
}
