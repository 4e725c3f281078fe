package dev.treaty.provider.service.http;

import java.util.concurrent.atomic.AtomicLong;

/** How much memory the bodies of all requests in progress take up, and may take up. */
final class BodyMemory {

    /** Bodies become trees of JSON, which take up several times as much. */
    private static final int SHARE_OF_HEAP = 16;

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    /** @param most in bytes */
    BodyMemory(long most) {
        this.most = most;
    }

    /** A sixteenth of the heap. */
    static BodyMemory ofThisProcess() {
        return new BodyMemory(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    /** Takes so many bytes; false, and takes none, if so many are not left. */
    boolean take(int bytes) {
        if (taken.addAndGet(bytes) <= most) {
            return true;
        }
        taken.addAndGet(-bytes);
        return false;
    }

    /** Gives bytes back that were taken. */
    void giveBack(int bytes) {
        taken.addAndGet(-bytes);
    }

    /** How many bytes are taken now. */
    long taken() {
        return taken.get();
    }
}
