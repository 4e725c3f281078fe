package dev.treaty.stubs.matching.pact;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import au.com.dius.pact.core.matchers.BodyItemMatchResult;
import au.com.dius.pact.core.matchers.BodyMatchResult;
import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.model.OptionalBody;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Refuses a multipart body of very many parts if the contract has another number of them, as pact-jvm does, but without parsing each part:
 * its parser takes seconds for 100,000.
 */
final class MultipartBodies {

    private static final int MANY = 1_000;

    private MultipartBodies() {}

    static Optional<BodyMatchResult> mismatch(OptionalBody expected, OptionalBody actual) {
        if (actual.orEmpty().length <= MANY) { // which is less than a byte for each part
            return Optional.empty();
        }
        var type = actual.getContentType().getBaseType();
        if (type == null || !type.startsWith("multipart/") || expected.isMissing()) {
            return Optional.empty();
        }
        var received = parts(actual);
        var wanted = received <= MANY ? received : parts(expected);
        return received <= MANY || received == wanted
                ? Optional.empty()
                : Optional.of(new BodyMatchResult(
                        null,
                        List.of(new BodyItemMatchResult(
                                "$", List.of(new BodyMismatch(wanted, received, sentence(wanted, received)))))));
    }

    /** As pact-jvm says it. */
    private static String sentence(int wanted, int received) {
        return "Expected a multipart message with %d part(s), but received one with %d part(s)"
                .formatted(wanted, received);
    }

    /** How many lines start with the boundary (RFC 2046, section 5.1.1), without the one that ends the body. */
    private static int parts(OptionalBody body) {
        var type = body.getContentType().getContentType();
        var name = type == null ? null : type.getParameters().get("boundary");
        if (name == null) {
            return 0;
        }
        var boundary = ("--" + name).getBytes(ISO_8859_1);
        var bytes = body.orEmpty();
        var count = startsWith(bytes, 0, boundary) ? 1 : 0;
        for (var at = 0; at < bytes.length; at++) {
            count += bytes[at] == '\n' && startsWith(bytes, at + 1, boundary) ? 1 : 0;
        }
        return Math.max(0, count - 1);
    }

    private static boolean startsWith(byte[] bytes, int at, byte[] start) {
        return at + start.length <= bytes.length && Arrays.equals(bytes, at, at + start.length, start, 0, start.length);
    }
}
