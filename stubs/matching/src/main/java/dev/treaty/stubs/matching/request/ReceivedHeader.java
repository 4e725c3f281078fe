package dev.treaty.stubs.matching.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;

/**
 * The values of a header in the form in which they can be compared with a contract's. Fields with the same name mean the same as one with their
 * values joined by commas (RFC 9110, section 5.3), and a value that is not ASCII may be sent in Latin-1 or in UTF-8 (section 5.5).
 */
public final class ReceivedHeader {

    private ReceivedHeader() {}

    /**
     * What pact-jvm is to compare with the contract's values.
     *
     * @param received as the server read them
     * @param wanted as the contract has them
     */
    public static List<String> comparable(List<String> received, List<String> wanted) {
        if (received.equals(wanted)) {
            return received;
        }
        var values = haveMoreThanAscii(wanted)
                ? received.stream().map(ReceivedHeader::decoded).toList()
                : received;
        if (values.size() > 1 && wanted.size() == 1 && hasComma(wanted.get(0))) {
            return List.of(String.join(", ", values));
        }
        return values.size() == 1 && wanted.size() > 1 ? split(values.get(0)) : values;
    }

    private static boolean hasComma(String value) {
        return value.indexOf(',') >= 0;
    }

    /** The elements of a list; commas in quotes do not separate any. */
    private static List<String> split(String value) {
        var elements = new ArrayList<String>();
        var isQuoted = false;
        var start = 0;
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if (c == '\\' && isQuoted) {
                i++;
            } else if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == ',' && !isQuoted) {
                elements.add(value.substring(start, i).strip());
                start = i + 1;
            }
        }
        elements.add(value.substring(start).strip());
        return elements;
    }

    private static boolean haveMoreThanAscii(List<String> values) {
        for (var value : values) {
            for (var i = 0; i < value.length(); i++) {
                if (value.charAt(i) > '~') {
                    return true;
                }
            }
        }
        return false;
    }

    /** The server reads Latin-1; what is UTF-8 is read again. */
    private static String decoded(String value) {
        if (!ISO_8859_1.newEncoder().canEncode(value)) {
            return value;
        }
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(value.getBytes(ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return value;
        }
    }
}
