package dev.treaty.stubs.matching.pact;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.matchers.MatchingConfig;
import au.com.dius.pact.core.matchers.XmlContentMatcher;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.IHttpPart;
import au.com.dius.pact.core.model.OptionalBody;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;

/**
 * Refuses XML with a document type declaration before a parser sees it: its entities can name files and addresses that the parser would
 * read, and can expand without end. No contract needs one: what else it declares is not compared.
 */
final class XmlBodies {

    private static final String DECLARATION = "<!DOCTYPE";

    private XmlBodies() {}

    /** @throws IllegalArgumentException if pact-jvm would parse the body as XML and it has such a declaration */
    static void requirePlain(IHttpPart part) {
        var body = part.getBody();
        // as text last, because a body that is not XML may be in a charset that Java does not know
        if (mayHaveProlog(body) && isXml(part.determineContentType()) && hasDocumentType(body.valueAsString())) {
            throw new IllegalArgumentException(
                    "its XML has a document type declaration (<!DOCTYPE …>); none is read here, nor any entity that it"
                            + " declares");
        }
    }

    /** For nearly every body, the first byte tells; in UTF-16 and EBCDIC, the same letters are other bytes. */
    private static boolean mayHaveProlog(OptionalBody body) {
        var bytes = body.orEmpty();
        if (bytes.length == 0 || bytes[0] == '{' || bytes[0] == '[') {
            return false;
        }
        return mayStartProlog(bytes[0]) || !hasLettersOfAscii(body.getContentType());
    }

    /** A bracket, white space, or no letter of ASCII, such as a byte order mark. */
    private static boolean mayStartProlog(byte first) {
        return first <= ' ' || first == '<';
    }

    private static boolean hasLettersOfAscii(ContentType type) {
        try {
            var charset = type.asCharset();
            return charset.equals(UTF_8) || Arrays.equals(DECLARATION.getBytes(UTF_8), bytes(charset));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return false;
        }
    }

    private static byte[] bytes(Charset charset) {
        return charset.canEncode() ? DECLARATION.getBytes(charset) : new byte[0];
    }

    /** Whether there is one before the first element (XML 1.0, section 2.8), where comments and processing instructions may be, too. */
    private static boolean hasDocumentType(String xml) {
        var at = xml.indexOf('<');
        while (at >= 0) {
            var isComment = xml.startsWith("<!--", at);
            if (!isComment && !xml.startsWith("<?", at)) {
                return xml.regionMatches(true, at, DECLARATION, 0, DECLARATION.length());
            }
            var end = xml.indexOf(isComment ? "-->" : "?>", at);
            at = end < 0 ? -1 : xml.indexOf('<', end);
        }
        return false;
    }

    /** As {@code Matching.matchBody} finds it. */
    private static boolean isXml(ContentType type) {
        var matcher = MatchingConfig.lookupContentMatcher(type.getBaseType());
        return (matcher == null ? MatchingConfig.lookupContentMatcher(String.valueOf(type.getSupertype())) : matcher)
                instanceof XmlContentMatcher;
    }
}
