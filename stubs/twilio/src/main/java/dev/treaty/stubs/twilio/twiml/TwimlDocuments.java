package dev.treaty.stubs.twilio.twiml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Parses XML that comes from anywhere: document types and entities are refused, and its depth is bounded. */
final class TwimlDocuments {

    private static final int PARSE_FAILURE = 12100;
    private static final int ROOT_ELEMENT = 12102;
    private static final int MAX_DEPTH = 20;
    private static final Set<String> WRITTEN = Set.of("Message", "Body", "Sms");
    private static final XMLInputFactory FACTORY = factory();

    private TwimlDocuments() {}

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    static TwimlResult parse(String xml, TwimlSchema schema) {
        try {
            var root = root(xml);
            return root.is("Response")
                    ? schema.check(root)
                    : failed(
                            ROOT_ELEMENT,
                            "Invalid root element \"%s\": the root element must be Response".formatted(root.name()));
        } catch (XMLStreamException e) {
            return failed(PARSE_FAILURE, "Document parse failure: " + message(e));
        }
    }

    private static TwimlElement root(String xml) throws XMLStreamException {
        var reader = FACTORY.createXMLStreamReader(new StringReader(xml));
        try {
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                refuse(reader);
            }
            var root = element(reader, 1);
            while (reader.hasNext()) {
                reader.next(); // what follows must be well-formed as well
            }
            return root;
        } finally {
            reader.close();
        }
    }

    private static TwimlElement element(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > MAX_DEPTH) {
            throw new XMLStreamException("elements are nested more than %d deep".formatted(MAX_DEPTH));
        }
        var name = reader.getLocalName();
        var attributes = new LinkedHashMap<String, String>();
        for (var i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        var text = new StringBuilder();
        var children = new ArrayList<TwimlElement>();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.isStartElement()) {
                var child = element(reader, depth + 1);
                children.add(child);
                if (!child.is("Media") && !child.is("Body")) {
                    text.append(' ').append(child.text()).append(' ');
                }
            } else if (reader.isCharacters()) {
                text.append(reader.getText());
            } else {
                refuse(reader);
            }
        }
        return new TwimlElement(name, attributes, text(name, text.toString().strip()), children);
    }

    /** Lines matter in what is written, not in what is said. */
    private static String text(String element, String text) {
        return WRITTEN.contains(element) ? text : text.replaceAll("\\s+", " ");
    }

    private static void refuse(XMLStreamReader reader) throws XMLStreamException {
        if (List.of(XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE).contains(reader.getEventType())) {
            throw new XMLStreamException("DOCTYPE and entities are disallowed");
        }
    }

    /** The parser's message without the position's line break. */
    private static String message(XMLStreamException e) {
        return String.valueOf(e.getMessage()).replace("\n", " ");
    }

    private static TwimlResult failed(int code, String message) {
        return new TwimlResult.Failed(new TwimlProblem(code, message));
    }
}
