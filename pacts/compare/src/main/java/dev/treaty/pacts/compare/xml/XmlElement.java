package dev.treaty.pacts.compare.xml;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.matchers.QualifiedName;
import au.com.dius.pact.core.model.XmlUtils;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * An element that a contract expects, with its place, by which pact-jvm looks for rules.
 *
 * @param path the names from {@code $} to the element; the positions of elements with the same name are not in it
 */
record XmlElement(Element node, List<String> path, MatchingContext rules) {

    /** The element that a document consists of. */
    static XmlElement root(String document, MatchingContext rules) {
        if (XmlUtils.INSTANCE.parse(document) instanceof Element element) {
            return new XmlElement(element, List.of("$", element.getNodeName()), rules);
        }
        throw new IllegalArgumentException("the document is empty");
    }

    QualifiedName name() {
        return new QualifiedName(node);
    }

    /** The rules for the element itself; empty if its name is all that counts. */
    Optional<MatchingRuleGroup> rule() {
        return rule(path);
    }

    Optional<MatchingRuleGroup> rule(List<String> place) {
        return rules.matcherDefined(place) ? Optional.of(rules.selectBestMatcher(place)) : Optional.empty();
    }

    // --- what is in it ---

    /** Elements with the same name together. */
    Map<QualifiedName, List<XmlElement>> children() {
        return elements()
                .collect(Collectors.groupingBy(
                        XmlElement::name, LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
    }

    private Stream<XmlElement> elements() {
        return nodes().filter(Element.class::isInstance)
                .map(child -> new XmlElement((Element) child, place(child.getNodeName()), rules));
    }

    /** Counts everything in the element, white space, too. */
    boolean hasAsManyNodesAs(XmlElement other) {
        return node.getChildNodes().getLength() == other.node.getChildNodes().getLength();
    }

    private Stream<Node> nodes() {
        var nodes = node.getChildNodes();
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item);
    }

    /** Its attributes, without the declarations of namespaces. */
    Map<QualifiedName, Attr> attributes() {
        var attributes = node.getAttributes();
        var byName = new LinkedHashMap<QualifiedName, Attr>();
        IntStream.range(0, attributes.getLength())
                .mapToObj(i -> (Attr) attributes.item(i))
                .filter(each -> !XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(each.getNamespaceURI()))
                .forEach(each -> byName.put(new QualifiedName(each), each));
        return byName;
    }

    /** Its own text, each part of it without white space around it. */
    String text() {
        return nodes().filter(child ->
                        child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE)
                .map(child -> stripped(child.getTextContent()))
                .collect(Collectors.joining());
    }

    /** As Kotlin's {@code trim} does, which takes more characters for white space than Java's. */
    private static String stripped(String text) {
        var start = 0;
        var end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    // --- where its parts are ---

    List<String> place(String step) {
        var place = new ArrayList<>(path);
        place.add(step);
        return place;
    }

    /** Where rules for all elements of a name are. */
    List<String> childPlace(QualifiedName name) {
        return place(name.toString());
    }

    List<String> attributePlace(QualifiedName name) {
        return place("@" + name.getNodeName());
    }

    List<String> textPlace() {
        return place("#text");
    }

    /** How people call a place. */
    static String text(List<String> place) {
        return String.join(".", place);
    }
}
