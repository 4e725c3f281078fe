package dev.treaty.stubs.bench;

/** What came is no answer of HTTP/1.1 that a client could read. */
final class BrokenAnswer extends RuntimeException {

    BrokenAnswer(String reason) {
        super(reason);
    }
}
