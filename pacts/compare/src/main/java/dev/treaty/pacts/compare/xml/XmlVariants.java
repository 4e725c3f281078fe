package dev.treaty.pacts.compare.xml;

import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A document with one difference. */
final class XmlVariants {

    private final Element root;

    XmlVariants(Element root) {
        this.root = root;
    }

    /** The document as it is. */
    String unchanged() {
        return text(root);
    }

    /** The document after a change of one of its elements; the element itself remains as it is. */
    String with(Element element, Consumer<Element> change) {
        var copy = (Element) root.cloneNode(true);
        change.accept(counterpart(element, copy));
        return text(copy);
    }

    private Element counterpart(Element element, Element copy) {
        var counterpart = copy;
        for (int position : positions(element)) {
            counterpart = (Element) counterpart.getChildNodes().item(position);
        }
        return counterpart;
    }

    /** The way from the root. */
    private Deque<Integer> positions(Element element) {
        var positions = new ArrayDeque<Integer>();
        for (Node node = element; node != root && node != null; node = node.getParentNode()) {
            positions.push(
                    (int) Stream.iterate(node, each -> each.getPreviousSibling() != null, Node::getPreviousSibling)
                            .count());
        }
        return positions;
    }

    /** Replaces the text of an element, and leaves the elements in it. */
    static void setText(Element element, String text) {
        var nodes = element.getChildNodes();
        IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE)
                .toList()
                .forEach(element::removeChild);
        element.appendChild(element.getOwnerDocument().createTextNode(text));
    }

    private static String text(Element element) {
        try {
            var transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            var text = new StringWriter();
            transformer.transform(new DOMSource(element), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("a document that was read must be written", e);
        }
    }
}
