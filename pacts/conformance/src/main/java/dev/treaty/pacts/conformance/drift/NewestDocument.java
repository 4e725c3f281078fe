package dev.treaty.pacts.conformance.drift;

/** A document that may be newer than the one that is kept. */
public final class NewestDocument {

    private final String name;
    private final byte[] bytes;

    /**
     * A document that was fetched, or that somebody named.
     *
     * @param name of its package with the version, or of its file
     * @param bytes not copied
     */
    public NewestDocument(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /** What reports call it. */
    public String name() {
        return name;
    }

    /** As the vendor publishes it; not copied. */
    public byte[] bytes() {
        return bytes;
    }
}
