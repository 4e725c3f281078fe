package dev.treaty.stubs.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A terminal or pipe that nobody reads does not keep the server from answering. */
class BackgroundOutputTest {

    @Test
    void what_was_written_is_printed_in_order_before_the_end() {
        var printed = new StringWriter();

        try (var output = BackgroundOutput.writer(new PrintWriter(printed))) {
            output.println("one");
            output.printf("two%n");
            output.print("three, without its end");
        }

        assertThat(printed.toString().lines()).containsExactly("one", "two", "three, without its end");
    }

    @Test
    @Timeout(60)
    void nobody_waits_for_a_pipe_that_is_full_and_what_is_left_out_is_counted() {
        var full = new FullPipe();

        try (var output = BackgroundOutput.writer(new PrintWriter(full))) {
            for (var i = 0; i < 3_000; i++) {
                output.println("line " + i);
            }
            full.drain.countDown();
        }

        assertThat(full.toString()).startsWith("line 0").containsPattern("… \\d+ lines are not printed, because");
    }

    /** Until it is drained. */
    private static final class FullPipe extends StringWriter {

        private final CountDownLatch drain = new CountDownLatch(1);

        @Override
        public void write(String text, int offset, int length) {
            try {
                drain.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            super.write(text, offset, length);
        }
    }
}
