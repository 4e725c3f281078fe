package dev.treaty.stubs.matching.pact;

import au.com.dius.pact.core.matchers.MatchingConfig;
import au.com.dius.pact.core.matchers.XmlContentMatcher;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.IHttpPart;

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
        if (hasMarkup(body.orEmpty()) && hasDocumentType(body.valueAsString()) && isXml(part.determineContentType())) {
            throw new IllegalArgumentException(
                    "its XML has a document type declaration (<!DOCTYPE …>); none is read here, nor any entity that it"
                            + " declares");
        }
    }

    /** For nearly every body, the first byte tells. */
    private static boolean hasMarkup(byte[] body) {
        if (body.length == 0 || body[0] == '{' || body[0] == '[') {
            return false;
        }
        for (var i = 0; i < body.length - 1; i++) {
            if (body[i] == '<'
                    && (body[i + 1] == '!' || body[i + 1] == 0 || (i + 2 < body.length && body[i + 2] == '!'))) {
                return true;
            }
        }
        return false;
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
