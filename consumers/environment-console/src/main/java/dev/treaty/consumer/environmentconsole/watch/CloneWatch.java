package dev.treaty.consumer.environmentconsole.watch;

import dev.treaty.consumer.environmentconsole.clones.Clones;
import dev.treaty.consumer.environmentconsole.clones.EnvironmentClone;
import dev.treaty.consumer.environmentconsole.clones.Observation;
import dev.treaty.consumer.environmentconsole.display.ProgressView;
import java.time.Duration;
import java.util.function.Consumer;

/** Looks at a clone until it is over. */
public final class CloneWatch {

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Clones clones;
    private final ProgressView view;
    private final Pause pause;
    private final Patience patience;

    /** @param notice is told that the service does not respond; the view has ended its line then */
    public CloneWatch(Clones clones, ProgressView view, Pause pause, Consumer<String> notice) {
        this.clones = clones;
        this.view = view;
        this.pause = pause;
        this.patience = new Patience(pause, text -> {
            view.end();
            notice.accept(text);
        });
    }

    /**
     * Shows the progress from a first observation on.
     *
     * @return the clone at its end
     */
    public EnvironmentClone untilOver(Observation first) {
        var seen = first;
        while (true) {
            view.show(seen.current());
            if (seen.current().state().isOver()) {
                view.end();
                return seen.current();
            }
            pause.last(between(seen.lookAgainIn()));
            var id = seen.current().id();
            seen = patience.ask(() -> clones.find(id));
        }
    }

    private static Duration between(Duration wished) {
        var atLeast = wished.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : wished;
        return atLeast.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : atLeast;
    }
}
