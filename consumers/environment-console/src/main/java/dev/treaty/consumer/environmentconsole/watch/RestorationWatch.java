package dev.treaty.consumer.environmentconsole.watch;

import dev.treaty.consumer.environmentconsole.backups.Backups;
import dev.treaty.consumer.environmentconsole.backups.Restoration;
import java.time.Duration;
import java.util.function.Consumer;

/** Looks at a restoration until it is over. */
public final class RestorationWatch {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Backups backups;
    private final Pause pause;
    private final Patience patience;

    /** @param notice is told that the service does not respond */
    public RestorationWatch(Backups backups, Pause pause, Consumer<String> notice) {
        this.backups = backups;
        this.pause = pause;
        this.patience = new Patience(pause, notice);
    }

    /** The restoration at its end. */
    public Restoration untilOver(Restoration started) {
        var seen = started;
        while (seen.state() == Restoration.State.RUNNING) {
            pause.last(PAUSE);
            var current = seen;
            seen = patience.ask(() -> backups.restoration(current.backup(), current.id()));
        }
        return seen;
    }
}
