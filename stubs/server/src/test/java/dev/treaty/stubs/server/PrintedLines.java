package dev.treaty.stubs.server;

import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Collects what a running command prints, line by line, for a test that waits for it. */
final class PrintedLines extends Writer {

    /** More than the busiest machine needs; nobody waits as long for what is printed. */
    private static final int SECONDS = 90;

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final StringBuilder line = new StringBuilder();

    @Override
    public synchronized void write(char[] characters, int offset, int length) {
        for (var i = offset; i < offset + length; i++) {
            if (characters[i] == '\n') {
                lines.add(line.toString());
                line.setLength(0);
            } else {
                line.append(characters[i]);
            }
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    /** Waits for a line that contains a text; returns that line and those before it, which no later call returns again. */
    List<String> until(String part) throws InterruptedException {
        var printed = new ArrayList<String>();
        do {
            var next = lines.poll(SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing printed contains \"" + part + "\":\n" + String.join("\n", printed));
            }
            printed.add(next);
        } while (!printed.get(printed.size() - 1).contains(part));
        return printed;
    }
}
