package dev.treaty.stubs.matching.pact;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.validation.Schema;
import org.jspecify.annotations.Nullable;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The JDK's XML parser, except that it reads nothing but the text that it is given, and prints nothing. It refuses document type
 * declarations, and with them all entities, external ones and those that grow; it does not know XInclude. And it does not print
 * {@code [Fatal Error] :1:1: Content is not allowed in prolog.} to standard error: a body that is not XML is an ordinary mismatch. The
 * exception that pact-jvm reports the mismatch from is thrown as before.
 *
 * <p>pact-jvm offers no way to choose the parser, so it is chosen for the whole process: {@link #install()}. A process that is not
 * the stub server's own, such as one that runs somebody's tests, keeps its parser.
 */
public final class QuietXmlParser extends DocumentBuilderFactory {

    /** Of one element; as many as JDK 25 accepts. pact-jvm compares them with one another. */
    private static final String MOST_ATTRIBUTES = "200";

    private static final String CHOICE = DocumentBuilderFactory.class.getName();

    private final DocumentBuilderFactory jdk = DocumentBuilderFactory.newDefaultInstance();

    /** Called by the JDK. */
    public QuietXmlParser() {
        try {
            jdk.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            jdk.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            jdk.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            jdk.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            jdk.setAttribute("http://www.oracle.com/xml/jaxp/properties/elementAttributeLimit", MOST_ATTRIBUTES);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The JDK's parser has these features", e);
        }
    }

    /** Makes this the parser of the process, unless the user chose one. */
    public static void install() {
        if (System.getProperty(CHOICE) == null) {
            System.setProperty(CHOICE, QuietXmlParser.class.getName());
        }
    }

    @Override
    public DocumentBuilder newDocumentBuilder() throws ParserConfigurationException {
        jdk.setNamespaceAware(isNamespaceAware());
        jdk.setValidating(isValidating());
        jdk.setIgnoringElementContentWhitespace(isIgnoringElementContentWhitespace());
        jdk.setExpandEntityReferences(isExpandEntityReferences());
        jdk.setIgnoringComments(isIgnoringComments());
        jdk.setCoalescing(isCoalescing());
        var builder = jdk.newDocumentBuilder();
        builder.setErrorHandler(new DefaultHandler());
        return builder;
    }

    @Override
    public void setAttribute(String name, Object value) {
        jdk.setAttribute(name, value);
    }

    @Override
    public Object getAttribute(String name) {
        return jdk.getAttribute(name);
    }

    /** Nobody can have it read more than it does. */
    @Override
    public void setFeature(String name, boolean value) throws ParserConfigurationException {
        if (value || !getFeature(name)) {
            jdk.setFeature(name, value);
        }
    }

    @Override
    public boolean getFeature(String name) throws ParserConfigurationException {
        return jdk.getFeature(name);
    }

    @Override
    public @Nullable Schema getSchema() {
        return jdk.getSchema();
    }

    @Override
    public void setSchema(@Nullable Schema schema) {
        jdk.setSchema(schema);
    }

    @Override
    public boolean isXIncludeAware() {
        return false;
    }

    /** @throws UnsupportedOperationException if it is to include other documents */
    @Override
    public void setXIncludeAware(boolean state) {
        if (state) {
            throw new UnsupportedOperationException("No other document is read");
        }
    }
}
