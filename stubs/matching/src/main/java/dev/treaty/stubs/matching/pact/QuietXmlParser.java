package dev.treaty.stubs.matching.pact;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.validation.Schema;
import org.jspecify.annotations.Nullable;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The JDK's XML parser, except that it does not print {@code [Fatal Error] :1:1: Content is not allowed in prolog.} to
 * standard error: a body that is not XML is an ordinary mismatch. The exception that pact-jvm reports the mismatch from is
 * thrown as before.
 *
 * <p>pact-jvm offers no way to choose the parser, so it is chosen for the whole process: {@link #install()}. A process that is not
 * the stub server's own, such as one that runs somebody's tests, keeps its parser.
 */
public final class QuietXmlParser extends DocumentBuilderFactory {

    private static final String CHOICE = DocumentBuilderFactory.class.getName();

    private final DocumentBuilderFactory jdk = DocumentBuilderFactory.newDefaultInstance();

    /** Called by the JDK. */
    public QuietXmlParser() {}

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

    @Override
    public void setFeature(String name, boolean value) throws ParserConfigurationException {
        jdk.setFeature(name, value);
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
        return jdk.isXIncludeAware();
    }

    @Override
    public void setXIncludeAware(boolean state) {
        jdk.setXIncludeAware(state);
    }
}
