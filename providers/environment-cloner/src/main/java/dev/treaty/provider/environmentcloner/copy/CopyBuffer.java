package dev.treaty.provider.environmentcloner.copy;

import dev.treaty.provider.environmentcloner.anonymise.RowSink;
import java.sql.SQLException;
import org.postgresql.copy.CopyIn;

/** Collects rows, so that the target gets them in large pieces. */
final class CopyBuffer implements RowSink {

    private final CopyIn target;
    private final byte[] bytes;
    private int length;

    CopyBuffer(CopyIn target, int size) {
        this.target = target;
        bytes = new byte[size];
    }

    @Override
    public void write(byte[] more, int from, int to) {
        if (to - from > bytes.length - length) {
            flush();
        }
        if (to - from > bytes.length) {
            send(more, from, to - from);
        } else {
            System.arraycopy(more, from, bytes, length, to - from);
            length += to - from;
        }
    }

    void flush() {
        send(bytes, 0, length);
        length = 0;
    }

    private void send(byte[] piece, int from, int count) {
        try {
            target.writeToCopy(piece, from, count);
        } catch (SQLException e) {
            throw new CopyFailed(e);
        }
    }
}
