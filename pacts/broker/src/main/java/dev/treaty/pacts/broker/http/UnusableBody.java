package dev.treaty.pacts.broker.http;

import java.io.IOException;
import java.time.Duration;

/** The body of an answer has no end, or would not be here in time; a second attempt would be no better. */
final class UnusableBody extends IOException {

    private static final long serialVersionUID = 1;
    private static final long MEBIBYTE = 1 << 20;

    private UnusableBody(String message) {
        super(message);
    }

    static UnusableBody tooLarge(long most) {
        return new UnusableBody("it is larger than %d MiB".formatted(most / MEBIBYTE));
    }

    static UnusableBody tooSlow(Duration longest) {
        return new UnusableBody("it was not complete after %d s".formatted(longest.toSeconds()));
    }
}
