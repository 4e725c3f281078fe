package dev.treaty.stubs.page.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** A body as text. */
final class BodyView {

    /** Characters; nobody reads more of them here. */
    private static final int LONGEST = 20_000;

    private BodyView() {}

    /** The text; what it is if it is no text, or longer than anybody reads. */
    static String of(byte[] body) {
        try {
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            return text.length() <= LONGEST
                    ? text
                    : text.substring(0, LONGEST) + "… (%d characters)".formatted(text.length());
        } catch (CharacterCodingException e) {
            return "(%d bytes that are not text)".formatted(body.length);
        }
    }

    /** Whether all of it can be shown. */
    static boolean isText(byte[] body) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).length() <= LONGEST;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
