package dev.treaty.consumer.environmentconsole.display;

import dev.treaty.consumer.environmentconsole.clones.CloneState;
import dev.treaty.consumer.environmentconsole.clones.EnvironmentClone;
import dev.treaty.consumer.environmentconsole.clones.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** A clone's progress in words, with the time left while rows are copied. In other phases nobody can know it, so there is none. */
final class ProgressText {

    private final RowRate rate = new RowRate();
    private final Stopwatch stopwatch;
    private final LongFunction<String> number;

    /** @param number how to write a number of rows */
    ProgressText(Stopwatch stopwatch, LongFunction<String> number) {
        this.stopwatch = stopwatch;
        this.number = number;
    }

    /** What the clone is doing, e.g. {@code "copying"} or {@code "queued"}. */
    static String activity(EnvironmentClone clone) {
        return clone.state() == CloneState.RUNNING && clone.phase().isPresent()
                ? Words.word(clone.phase().get())
                : Words.word(clone.state());
    }

    /** What there is to say, the most important first. */
    List<String> parts(EnvironmentClone clone) {
        var parts = new ArrayList<String>();
        var progress = clone.progress();
        var isCopying = clone.phase().filter(phase -> phase == Phase.COPYING).isPresent();
        var isCounted = progress.tablesTotal() > 0;
        if (isCounted) {
            parts.add(number.apply(progress.rows()) + "/" + number.apply(progress.rowsTotal()) + " rows");
        }
        if (isCopying) {
            rate.add(stopwatch.elapsed(), progress.rows());
            rate.timeFor(Math.max(0, progress.rowsTotal() - progress.rows()))
                    .ifPresent(time -> parts.add(Words.duration(time) + " left"));
        }
        if (isCounted) {
            parts.add("%d/%d tables".formatted(progress.tables(), progress.tablesTotal()));
        }
        if (isCopying) {
            rate.rowsPerSecond().ifPresent(rows -> parts.add(number.apply(Math.round(rows)) + " rows/s"));
        }
        return parts;
    }
}
