package dev.treaty.stubs.matching.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

class QuietXmlParserTest {

    @Test
    void is_the_parser_that_these_tests_run_with() {
        assertThat(DocumentBuilderFactory.newInstance()).isInstanceOf(QuietXmlParser.class);
    }

    @Test
    void text_that_is_not_xml_is_refused_as_before() {
        assertThatThrownBy(() -> parsed("no XML"))
                .isInstanceOf(SAXParseException.class)
                .hasMessage("Content is not allowed in prolog.");
    }

    @Test
    void xml_is_read_as_the_factory_was_told_to() throws Exception {
        var root = parsed("<a:book xmlns:a='urn:books'><!-- none --></a:book>").getDocumentElement();

        assertThat(root.getNamespaceURI()).isEqualTo("urn:books");
        assertThat(root.getChildNodes().getLength()).isZero();
    }

    private static Document parsed(String text) throws Exception {
        var factory = new QuietXmlParser();
        factory.setNamespaceAware(true);
        factory.setIgnoringComments(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }
}
