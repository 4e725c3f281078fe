package dev.treaty.consumer.environmentconsole.display;

import dev.treaty.consumer.environmentconsole.clones.EnvironmentClone;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.function.IntSupplier;

/** One line of a terminal, written over and over. It is never wider than the terminal, because a wrapped line cannot be overwritten. */
public final class ProgressBar implements ProgressView {

    private static final String CLEAR_LINE = "\r\u001b[K";
    private static final int SMALLEST_BAR = 10;
    private static final int LARGEST_BAR = 40;

    private final PrintWriter out;
    private final IntSupplier width;
    private final ProgressText text;
    private boolean isBegun;

    /** @param width of the terminal in columns, asked for each time, because a window can be resized */
    public ProgressBar(PrintWriter out, IntSupplier width, Stopwatch stopwatch) {
        this.out = out;
        this.width = width;
        this.text = new ProgressText(stopwatch, Words::shortNumber);
    }

    @Override
    public void show(EnvironmentClone clone) {
        out.print(CLEAR_LINE + line(clone, width.getAsInt()));
        out.flush();
        isBegun = true;
    }

    @Override
    public void end() {
        if (isBegun) {
            out.println();
            out.flush();
            isBegun = false;
        }
    }

    /** The line; what does not fit is left out, the least important first. */
    private String line(EnvironmentClone clone, int columns) {
        var percent = clone.progress().percent();
        var head = "%-10s ".formatted(ProgressText.activity(clone));
        var tail = new ArrayList<String>();
        tail.add("%d%%".formatted(percent));
        tail.addAll(text.parts(clone));
        // The last column stays empty: some terminals wrap when it is filled.
        var room = columns - 1;
        while (tail.size() > 1
                && head.length() + SMALLEST_BAR + 2 + joined(tail).length() > room) {
            tail.remove(tail.size() - 1);
        }
        var bar = Math.min(LARGEST_BAR, room - head.length() - joined(tail).length() - 2);
        var line = bar < SMALLEST_BAR
                ? head.stripTrailing() + joined(tail)
                : head + bar(Math.toIntExact(percent), bar) + joined(tail);
        return line.length() > room ? line.substring(0, Math.max(0, room)) : line;
    }

    private static String joined(Iterable<String> parts) {
        return "  " + String.join("  ", parts);
    }

    private static String bar(int percent, int length) {
        var filled = length * percent / 100;
        return "[" + "#".repeat(filled) + "-".repeat(length - filled) + "]";
    }
}
