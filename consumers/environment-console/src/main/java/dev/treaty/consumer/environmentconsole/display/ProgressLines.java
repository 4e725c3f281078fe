package dev.treaty.consumer.environmentconsole.display;

import dev.treaty.consumer.environmentconsole.clones.EnvironmentClone;
import java.io.PrintWriter;
import java.time.Clock;

/** A line for each phase and each tenth of the work, for logs and pipes; nothing while nothing changes. */
public final class ProgressLines implements ProgressView {

    private final PrintWriter out;
    private final Clock clock;
    private final ProgressText text;
    private String lastActivity = "";
    private long lastTenth = -1;

    public ProgressLines(PrintWriter out, Clock clock, Stopwatch stopwatch) {
        this.out = out;
        this.clock = clock;
        this.text = new ProgressText(stopwatch, Words::number);
    }

    @Override
    public void show(EnvironmentClone clone) {
        // Always asked, because it measures.
        var parts = text.parts(clone);
        var activity = ProgressText.activity(clone);
        var tenth = clone.progress().percent() / 10;
        if (activity.equals(lastActivity) && tenth == lastTenth) {
            return;
        }
        lastActivity = activity;
        lastTenth = tenth;
        var details = parts.isEmpty() ? "" : ", " + String.join(", ", parts);
        out.println("%s %s %s, %d %%%s"
                .formatted(
                        Words.time(clock.instant()),
                        clone.id(),
                        activity,
                        clone.progress().percent(),
                        details));
        out.flush();
    }

    @Override
    public void end() {}
}
