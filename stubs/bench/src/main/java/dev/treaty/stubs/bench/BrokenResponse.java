package dev.treaty.stubs.bench;

/** What came is no answer of HTTP/1.1 that a client could read. */
final class BrokenResponse extends RuntimeException {

    BrokenResponse(String reason) {
        super(reason);
    }
}
