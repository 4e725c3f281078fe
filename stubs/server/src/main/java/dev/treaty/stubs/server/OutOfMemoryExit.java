package dev.treaty.stubs.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.pacts.errors.ErrorMessage;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Ends the process when the heap is used up, as {@code java -XX:+ExitOnOutOfMemoryError} does, which a jar cannot ask for. Any thread may
 * have failed halfway, and a server that is half alive is worse than none.
 */
final class OutOfMemoryExit {

    /** The same as HotSpot's. */
    private static final int EXIT_CODE = 3;

    private OutOfMemoryExit() {}

    /** Ends the process if a thread that nobody else looks after runs out of memory. */
    static void install() {
        var usual = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            if (failure instanceof OutOfMemoryError outOfMemory) {
                end(outOfMemory);
            } else if (usual != null) {
                usual.uncaughtException(thread, failure);
            } else {
                failure.printStackTrace();
            }
        });
    }

    /** Makes ahead what there will be no memory for; not at once, because it takes time that a start should not wait for. */
    static void reserve() {
        Reserve.MEMORY.getPlain();
    }

    static void end(OutOfMemoryError failure) {
        try {
            Reserve.MEMORY.set(null);
            Reserve.STANDARD_ERROR.write(Reserve.MESSAGE);
        } catch (IOException | Error e) {
            // then there is nobody to tell
        } finally {
            Runtime.getRuntime().halt(EXIT_CODE); // without hooks, which would need memory
        }
    }

    private static final class Reserve {

        private static final int MOST_RESERVED = 1 << 20;

        static final long MEGABYTES = Runtime.getRuntime().maxMemory() >> 20;

        static final byte[] MESSAGE = (new ErrorMessage(
                                "treaty has run out of memory and ends.",
                                "the heap, which may have %d MiB".formatted(MEGABYTES),
                                "start it with more: java -Xmx%dm -jar …".formatted(2 * MEGABYTES))
                        + System.lineSeparator())
                .getBytes(UTF_8);

        /**
         * Given back at the end: without it, each thread that goes on has the collector start again, and the end waits behind all of them. G1 keeps
         * more than two times as much free as is used, so each byte here costs three of the process.
         */
        static final AtomicReference<byte @Nullable []> MEMORY = new AtomicReference<>(
                new byte[(int) Math.min(MOST_RESERVED, Runtime.getRuntime().maxMemory() / 16)]);

        @SuppressWarnings("StreamResourceLeak") // standard error stays open
        static final FileOutputStream STANDARD_ERROR = new FileOutputStream(FileDescriptor.err);

        private Reserve() {}
    }
}
