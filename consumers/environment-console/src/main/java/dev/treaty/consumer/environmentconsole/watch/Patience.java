package dev.treaty.consumer.environmentconsole.watch;

import dev.treaty.consumer.environmentconsole.connection.ClonerFailure;
import dev.treaty.consumer.environmentconsole.connection.NoResponse;
import dev.treaty.consumer.environmentconsole.connection.Refused;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Asks again when the service does not respond for a while: a clone goes on while the service is restarted, and whoever watches it
 * should not have to begin again.
 */
final class Patience {

    private static final int MOST_ATTEMPTS = 30;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Pause pause;
    private final Consumer<String> notice;

    /** @param notice is told, once, that the service does not respond */
    Patience(Pause pause, Consumer<String> notice) {
        this.pause = pause;
        this.notice = notice;
    }

    /** The result of a call that changes nothing, or that may be repeated. */
    <T> T ask(Supplier<T> call) {
        for (var attempt = 1; ; attempt++) {
            try {
                return call.get();
            } catch (NoResponse | Refused e) {
                if (attempt == MOST_ATTEMPTS || !isTemporary(e)) {
                    throw e;
                }
                if (attempt == 1) {
                    notice.accept(e.errorMessage().what() + " Asking again for a minute.");
                }
                pause.last(PAUSE);
            }
        }
    }

    private static boolean isTemporary(ClonerFailure failure) {
        return failure instanceof NoResponse || (failure instanceof Refused refused && refused.status() == 503);
    }
}
