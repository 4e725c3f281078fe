package dev.treaty.consumer.environmentconsole.watch;

import dev.treaty.consumer.environmentconsole.connection.NoResponse;
import java.util.function.Supplier;

/** Repeats a call whose response was lost. */
public final class Repetition {

    private static final int MOST_ATTEMPTS = 3;

    private Repetition() {}

    /**
     * Makes a call that has the same effect once or several times.
     *
     * @throws NoResponse if there is no response to the last attempt either
     */
    public static <T> T ofLostCalls(Supplier<T> call) {
        for (var attempt = 1; ; attempt++) {
            try {
                return call.get();
            } catch (NoResponse e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
