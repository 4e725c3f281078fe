package dev.treaty.stubs.export.body;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.XmlUtils;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.export.draft.Deviation;
import dev.treaty.stubs.export.draft.MappingDraft;
import dev.treaty.stubs.export.value.Regexes;
import dev.treaty.stubs.export.value.RulePath;
import dev.treaty.stubs.export.value.TextPattern;
import dev.treaty.stubs.export.value.TextPattern.Equal;
import dev.treaty.stubs.export.value.TextPattern.Matches;
import dev.treaty.stubs.export.value.TextTranslation;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * XML, as pact-jvm's {@code XmlContentMatcher} compares it. {@code equalToXml} also ignores white space, prefixes and the order
 * of different elements; where a text or an attribute has a rule, it is ignored there, and checked with an XPath.
 */
final class XmlBody {

    private static final String ANYTHING = "${xmlunit.ignore}";

    private final String place;
    private final MatchingContext context;
    private final MappingDraft draft;
    private final List<ObjectNode> xPaths = new ArrayList<>();

    XmlBody(String place, MatchingContext context, MappingDraft draft) {
        this.place = place;
        this.context = context;
        this.draft = draft;
    }

    List<ObjectNode> patterns(String text) {
        var deviations = EnumSet.of(Deviation.XML_CDATA, Deviation.XML_INSTRUCTION, Deviation.XML_NAMESPACE);
        draft.rule(place, MappingDraft.EQUAL, "equalToXml", deviations);
        if (context.getMatchers().getMatchingRules().isEmpty()) {
            return List.of(instance.objectNode().put("equalToXml", text));
        }
        var document = XmlUtils.INSTANCE.parse(text);
        var root = document instanceof Element element ? element : (Element) document.getFirstChild();
        translate(root, List.of("$", root.getNodeName()), step(root, 1));
        var equal = instance.objectNode().put("equalToXml", text(root)).put("enablePlaceholders", true);
        return Stream.concat(Stream.of(equal), xPaths.stream()).toList();
    }

    private void translate(Element element, List<String> path, String xPath) {
        if (path.size() > 2 && context.matcherDefined(path)) {
            note(path, Deviation.XML_CHILDREN);
        }
        attributes(element, path, xPath);
        var children = children(element);
        var textPath = RulePath.child(path, "#text");
        if (children.isEmpty()) {
            text(element, textPath, xPath);
        } else if (context.matcherDefined(textPath)) {
            note(textPath, Deviation.XML_MIXED);
        }
        var numbers = new HashMap<String, Integer>();
        for (var child : children) {
            var number = numbers.merge(child.getNodeName(), 1, Integer::sum);
            translate(child, RulePath.child(path, child.getNodeName()), xPath + step(child, number));
        }
    }

    private void attributes(Element element, List<String> path, String xPath) {
        for (var attribute : attributes(element)) {
            var attributePath = RulePath.child(path, "@" + attribute.getNodeName());
            if (context.matcherDefined(attributePath)) {
                var pattern = pattern(attributePath, attribute.getValue(), TextTranslation.Place.XML_ATTRIBUTE);
                attribute.setValue(ANYTHING);
                // even where any value matches, because an ignored attribute may also be missing
                matching(xPath + "/@*[local-name()='" + attribute.getLocalName() + "']", pattern);
            }
        }
    }

    private void text(Element element, List<String> path, String xPath) {
        if (context.matcherDefined(path)) {
            var pattern = pattern(path, element.getTextContent().strip(), TextTranslation.Place.XML_TEXT);
            element.setTextContent(ANYTHING);
            if (!pattern.equals(Matches.ANYTHING)) {
                matching(xPath + "/text()", trimmed(pattern));
            }
            xPaths.add(instance.objectNode().put("matchesXPath", xPath + "[not(*)]"));
        }
    }

    private TextPattern pattern(List<String> path, String example, TextTranslation.Place where) {
        var group = context.selectBestMatcher(path);
        var text = TextTranslation.of(group, example, where);
        note(path, text.deviations().toArray(Deviation[]::new));
        return text.pattern();
    }

    private static TextPattern trimmed(TextPattern pattern) {
        return pattern instanceof Matches || pattern instanceof Equal
                ? new Matches("\\s*" + Regexes.group(pattern.regex()) + "\\s*")
                : pattern;
    }

    private void matching(String xPath, TextPattern pattern) {
        var expression = instance.objectNode().put("expression", xPath);
        expression.setAll(pattern.json());
        xPaths.add(instance.objectNode().set("matchesXPath", expression));
    }

    private void note(List<String> path, Deviation... deviations) {
        var set = EnumSet.noneOf(Deviation.class);
        set.addAll(List.of(deviations));
        draft.rule(
                place + " " + String.join(".", path),
                MappingDraft.describe(context.selectBestMatcher(path)),
                "equalToXml, matchesXPath",
                set);
    }

    private static String step(Element element, int number) {
        return "/*[local-name()='%s'][%d]"
                .formatted(element.getLocalName() == null ? element.getNodeName() : element.getLocalName(), number);
    }

    private static List<Element> children(Element element) {
        var nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    private static List<Attr> attributes(Element element) {
        var attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength())
                .mapToObj(index -> (Attr) attributes.item(index))
                .filter(attribute -> !attribute.getNodeName().startsWith("xmlns"))
                .toList();
    }

    private static String text(Node node) {
        try {
            var transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            var text = new StringWriter();
            transformer.transform(new DOMSource(node), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("A parsed document can always be written", e);
        }
    }
}
