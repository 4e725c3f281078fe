package dev.treaty.consumer.customermail.sent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentMailFileTest {

    @TempDir
    private Path folder;

    private Path path = Path.of("");

    @BeforeEach
    void name() {
        path = folder.resolve("sent-mails");
    }

    @Test
    void what_was_sent_claimed_or_released_is_known_after_a_restart() {
        try (var sent = SentMailFile.open(path)) {
            sent.claim("sent-1");
            sent.confirm("sent-1", "message-1");
            sent.claim("claimed-2");
            sent.claim("released-3");
            sent.release("released-3");
        }

        try (var sent = SentMailFile.open(path)) {
            assertThat(sent.claim("sent-1")).contains(new SentMails.SentMail(true, "message-1"));
            assertThat(sent.claim("claimed-2")).contains(new SentMails.SentMail(false, ""));
            assertThat(sent.claim("released-3")).isEmpty();
        }
    }

    @Test
    void a_line_that_a_crash_cut_off_counts_for_nothing_and_does_not_spoil_the_next() throws Exception {
        try (var sent = SentMailFile.open(path)) {
            sent.claim("invoice-1");
        }
        Files.writeString(path, "claimed invoi", StandardOpenOption.APPEND);

        try (var sent = SentMailFile.open(path)) {
            assertThat(sent.claim("invoice-2")).isEmpty();
        }

        assertThat(path).hasContent("claimed invoice-1\nclaimed invoice-2\n");
    }

    @Test
    void two_do_not_remember_in_the_same_file() {
        try (var sent = SentMailFile.open(path)) {
            assertThatThrownBy(() -> SentMailFile.open(path))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("""
                            Another process remembers there what it has sent.
                              where: %s
                              fix:   stop it, or use another file; two would send the same mail twice""".formatted(path));
            assertThat(sent.claim("invoice-1")).isEmpty();
        }
    }

    @Test
    void a_mail_that_went_out_cannot_be_released() {
        var sent = new InMemorySentMails();
        sent.claim("invoice-1");
        sent.confirm("invoice-1", "message-1");

        sent.release("invoice-1");

        assertThat(sent.claim("invoice-1")).contains(new SentMails.SentMail(true, "message-1"));
    }
}
