package dev.treaty.stubs.server;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Prints on a thread of its own, and never keeps whoever writes waiting. A pipe that nobody reads is full after some hundred lines, and a
 * terminal can be paused: then further text waits in memory, up to a limit, and is left out beyond it.
 */
final class BackgroundOutput extends Writer {

    /** Texts, most of them a line. */
    private static final int MOST_WAITING = 2_000;

    /** How long the end of a command waits for what is still to be printed. */
    private static final long PATIENCE_MILLIS = 1_000;

    private final PrintWriter target;
    private final BlockingQueue<String> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final AtomicInteger leftOut = new AtomicInteger();
    private final StringBuilder text = new StringBuilder();
    private final Thread printer;

    BackgroundOutput(PrintWriter target) {
        this.target = target;
        printer = new Thread(this::print, "stub-server-print");
        printer.setDaemon(true);
        printer.start();
    }

    /** What prints through it. */
    static PrintWriter writer(PrintWriter target) {
        return new PrintWriter(new BackgroundOutput(target), true);
    }

    @Override
    public void write(char[] characters, int offset, int length) {
        synchronized (text) {
            text.append(characters, offset, length);
        }
    }

    @Override
    public void flush() {
        synchronized (text) {
            if (!text.isEmpty() && !waiting.offer(text.toString())) {
                leftOut.incrementAndGet();
            }
            text.setLength(0);
        }
    }

    private void print() {
        try {
            while (true) {
                var next = waiting.take();
                target.print(next);
                target.flush();
                printLeftOut();
            }
        } catch (InterruptedException e) {
            waiting.forEach(target::print); // closed
            printLeftOut();
            target.flush();
        }
    }

    private void printLeftOut() {
        var missing = leftOut.getAndSet(0);
        if (missing > 0) {
            target.printf("… %d lines are not printed, because nobody read them in time%n", missing);
        }
    }

    /** Waits a moment for what is still to be printed. */
    @Override
    public void close() {
        flush();
        printer.interrupt();
        try {
            TimeUnit.MILLISECONDS.timedJoin(printer, PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
