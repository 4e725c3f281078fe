package dev.treaty.provider.environmentcloner.anonymise;

/** Where rows are written to, in pieces. */
@FunctionalInterface
public interface RowSink {

    /** Takes the bytes from one index to before another. */
    void write(byte[] bytes, int from, int to);
}
