package dev.treaty.stubs.export;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.XmlUtils;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.export.TextForm.Equal;
import dev.treaty.stubs.export.TextForm.Matches;
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
 * XML, as pact-jvm's {@code XmlContentMatcher} compares it. {@code equalToXml} takes no note of white space, of prefixes and of the
 * order of different elements either; where a text or an attribute has a rule, it passes it by, and an XPath asks for it.
 */
final class XmlBody {

    private static final String ANYTHING = "${xmlunit.ignore}";

    private final String place;
    private final MatchingContext context;
    private final Translation translation;
    private final List<ObjectNode> xPaths = new ArrayList<>();

    XmlBody(String place, MatchingContext context, Translation translation) {
        this.place = place;
        this.context = context;
        this.translation = translation;
    }

    List<ObjectNode> patterns(String text) {
        var losses = EnumSet.of(Loss.XML_CDATA, Loss.XML_INSTRUCTION, Loss.XML_NAMESPACE);
        translation.rule(place, Translation.EQUAL, "equalToXml", losses);
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
            note(path, Loss.XML_CHILDREN);
        }
        attributes(element, path, xPath);
        var children = children(element);
        var textPath = JsonSchema.child(path, "#text");
        if (children.isEmpty()) {
            text(element, textPath, xPath);
        } else if (context.matcherDefined(textPath)) {
            note(textPath, Loss.XML_MIXED);
        }
        var numbers = new HashMap<String, Integer>();
        for (var child : children) {
            var number = numbers.merge(child.getNodeName(), 1, Integer::sum);
            translate(child, JsonSchema.child(path, child.getNodeName()), xPath + step(child, number));
        }
    }

    private void attributes(Element element, List<String> path, String xPath) {
        for (var attribute : attributes(element)) {
            var attributePath = JsonSchema.child(path, "@" + attribute.getNodeName());
            if (context.matcherDefined(attributePath)) {
                var form = form(attributePath, attribute.getValue(), TextRules.Place.XML_ATTRIBUTE);
                attribute.setValue(ANYTHING);
                // also where anything will do, for what is passed by may be missing, too
                matching(xPath + "/@*[local-name()='" + attribute.getLocalName() + "']", form);
            }
        }
    }

    private void text(Element element, List<String> path, String xPath) {
        if (context.matcherDefined(path)) {
            var form = form(path, element.getTextContent().strip(), TextRules.Place.XML_TEXT);
            element.setTextContent(ANYTHING);
            if (!form.equals(Matches.ANYTHING)) {
                matching(xPath + "/text()", trimmed(form));
            }
            xPaths.add(instance.objectNode().put("matchesXPath", xPath + "[not(*)]"));
        }
    }

    private TextForm form(List<String> path, String example, TextRules.Place where) {
        var group = context.selectBestMatcher(path);
        var text = TextRules.of(group, example, where);
        note(path, text.losses().toArray(Loss[]::new));
        return text.form();
    }

    private static TextForm trimmed(TextForm form) {
        return form instanceof Matches || form instanceof Equal
                ? new Matches("\\s*" + Regexes.group(form.regex()) + "\\s*")
                : form;
    }

    private void matching(String xPath, TextForm form) {
        var expression = instance.objectNode().put("expression", xPath);
        expression.setAll(form.pattern());
        xPaths.add(instance.objectNode().set("matchesXPath", expression));
    }

    private void note(List<String> path, Loss... losses) {
        var set = EnumSet.noneOf(Loss.class);
        set.addAll(List.of(losses));
        translation.rule(
                place + " " + String.join(".", path),
                Translation.words(context.selectBestMatcher(path)),
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
            throw new IllegalStateException("What was parsed can be written", e);
        }
    }
}
