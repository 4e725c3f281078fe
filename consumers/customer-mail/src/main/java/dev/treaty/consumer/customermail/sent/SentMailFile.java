package dev.treaty.consumer.customermail.sent;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.pacts.errors.ErrorMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was sent, in a file that grows by a line for each change and is on the disk before a mail is handed to SendGrid: what was sent before
 * a crash is not sent again after it. One process at a time has it.
 */
public final class SentMailFile implements SentMails, AutoCloseable {

    private static final String CLAIMED = "claimed";
    private static final String SENT = "sent";
    private static final String RELEASED = "released";

    private final InMemorySentMails mails = new InMemorySentMails();
    private final FileChannel file;

    private SentMailFile(FileChannel file) {
        this.file = file;
    }

    /**
     * Opens a file, or begins a new one.
     *
     * @throws IllegalStateException if another process has it
     * @throws UncheckedIOException if it cannot be read or written
     */
    public static SentMailFile open(Path path) {
        try {
            var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (lock(file) == null) {
                file.close();
                throw new IllegalStateException(new ErrorMessage(
                                "Another process remembers there what it has sent.",
                                path.toString(),
                                "stop it, or use another file; two would send the same mail twice")
                        .toString());
            }
            var opened = new SentMailFile(file);
            opened.read(path);
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // this process has it
        }
    }

    /** A last line without an end was being written when the process ended, so its mail had not been handed to SendGrid. */
    private void read(Path path) throws IOException {
        var text = Files.readString(path, UTF_8);
        var complete = text.substring(0, text.lastIndexOf('\n') + 1);
        complete.lines().map(line -> line.split(" ", -1)).forEach(this::apply);
        if (complete.length() < text.length()) {
            file.truncate(complete.getBytes(UTF_8).length);
        }
    }

    private void apply(String[] line) {
        switch (line[0]) {
            case CLAIMED -> mails.claim(line[1]);
            case SENT -> mails.confirm(line[1], line[2]);
            case RELEASED -> mails.release(line[1]);
            default -> throw new IllegalArgumentException("A line begins with \"%s\"".formatted(line[0]));
        }
    }

    @Override
    public synchronized Optional<SentMail> claim(String reference) {
        var known = mails.claim(reference);
        if (known.isEmpty()) {
            write(CLAIMED, reference);
        }
        return known;
    }

    @Override
    public synchronized void confirm(String reference, String messageId) {
        mails.confirm(reference, messageId);
        write(SENT, reference, messageId);
    }

    @Override
    public synchronized void release(String reference) {
        mails.release(reference);
        write(RELEASED, reference);
    }

    private void write(String... words) {
        try {
            file.write(ByteBuffer.wrap((String.join(" ", words) + "\n").getBytes(UTF_8)));
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
