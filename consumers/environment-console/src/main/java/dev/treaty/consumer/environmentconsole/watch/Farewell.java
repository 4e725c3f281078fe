package dev.treaty.consumer.environmentconsole.watch;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * What is said when the user ends the console with Ctrl-C while the service goes on. Then, the JVM exits with the code 130 (128 and the number of
 * SIGINT), as shells expect.
 */
public final class Farewell implements AutoCloseable {

    private final AtomicReference<String> text;
    private final Thread hook;

    private Farewell(AtomicReference<String> text, Thread hook) {
        this.text = text;
        this.hook = hook;
    }

    /**
     * From now on, until {@link #close}, an end of the process is accompanied by a text.
     *
     * @param print is called by another thread
     */
    public static Farewell with(String text, Consumer<String> print) {
        var current = new AtomicReference<>(text);
        var hook = new Thread(() -> print.accept(current.get()), "farewell");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Farewell(current, hook);
    }

    /** Replaces the text, because more is known now. */
    public void change(String newText) {
        text.set(newText);
    }

    /** Nothing goes on any more. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, and the text is being printed.
        }
    }
}
