package dev.treaty.provider.verification.report;

import dev.treaty.provider.verification.report.VerificationResult.Outcome;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The results as a test suite in JUnit's XML, which build servers read: a broken contract is a failure, an interaction that was not
 * verified is an error, and a pending or skipped one is skipped.
 */
final class XmlReport {

    /** What XML 1.0 cannot contain, not even escaped. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final XMLStreamWriter xml;

    private XmlReport(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** @param name the suite's */
    static String of(List<VerificationResult> results, ReportOrigin origin, String name) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            new XmlReport(xml).suite(results, origin, name);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.append('\n').toString();
    }

    private void suite(List<VerificationResult> results, ReportOrigin origin, String name) throws XMLStreamException {
        start("testsuite");
        attribute("name", name);
        attribute("timestamp", origin.made().toString());
        attribute("tests", String.valueOf(results.size()));
        attribute("failures", count(results, Outcome.FAILED));
        attribute("errors", count(results, Outcome.NOT_VERIFIED));
        attribute("skipped", count(results, Outcome.SKIPPED, Outcome.PENDING));
        start("properties");
        property("commit", origin.commit().orElse("unknown"));
        property("target", VerificationReport.targets(results));
        end();
        for (var result : results) {
            test(result);
        }
        end();
    }

    private void test(VerificationResult result) throws XMLStreamException {
        start("testcase");
        var version = result.version().isEmpty() ? "" : " (" + result.version() + ")";
        attribute("classname", result.consumer() + version + " -> " + result.provider());
        attribute("name", result.description());
        switch (result.outcome()) {
            case FAILED -> reason("failure", result);
            case NOT_VERIFIED -> reason("error", result);
            case SKIPPED, PENDING -> reason("skipped", result);
            case REPLAYED, SIMULATED, VERIFIED -> {}
        }
        end();
    }

    private void reason(String element, VerificationResult result) throws XMLStreamException {
        start(element);
        attribute("message", result.why().lines().findFirst().orElse(""));
        xml.writeCharacters(valid(result.why()));
        end();
    }

    private void property(String name, String value) throws XMLStreamException {
        start("property");
        attribute("name", name);
        attribute("value", value);
        end();
    }

    private void start(String element) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(element);
    }

    private void end() throws XMLStreamException {
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, valid(value));
    }

    private static String valid(String text) {
        return NOT_XML.matcher(text).replaceAll("\uFFFD");
    }

    private static String count(List<VerificationResult> results, Outcome... outcomes) {
        return String.valueOf(results.stream()
                .filter(result -> Stream.of(outcomes).anyMatch(outcome -> result.outcome() == outcome))
                .count());
    }
}
