package dev.treaty.stubs.http.limits;

/** A request needs more memory than is left for requests. */
public final class OutOfBudget extends RuntimeException {

    private final long bytes;
    private final long limit;

    OutOfBudget(long bytes, long limit) {
        super("%d bytes are needed; requests may hold %d".formatted(bytes, limit), null, false, false);
        this.bytes = bytes;
        this.limit = limit;
    }

    /** What the request needs, by estimate. */
    public long bytes() {
        return bytes;
    }

    /** What all requests together may hold. */
    public long limit() {
        return limit;
    }

    /** Whether it would not even be enough if there were no other request. */
    public boolean isHopeless() {
        return bytes > limit;
    }
}
