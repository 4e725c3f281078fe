package dev.treaty.pacts.compare.xml;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.matchers.QualifiedName;
import au.com.dius.pact.core.model.PathExpressionsKt;
import au.com.dius.pact.core.model.PathToken;
import au.com.dius.pact.core.model.matchingrules.EqualsIgnoreOrderMatcher;
import au.com.dius.pact.core.model.matchingrules.EqualsMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * Whether every document that was accepted is accepted still. A document that is accepted has at least the attributes and elements of the
 * example, unless it is a request: then it has no others. Elements of one name are compared in their order, or, with a rule for the name, each
 * with the first of the example. What is not understood is undecided.
 */
public final class XmlInclusion {

    /** A name that is in no document and in no rule. */
    private static final String UNKNOWN = "unknown-to-all";

    private final XmlElement before;
    private final XmlElement after;
    private final boolean mayHaveMore;
    private final XmlVariants variants;

    private XmlInclusion(XmlElement before, XmlElement after) {
        this.before = before;
        this.after = after;
        mayHaveMore = after.rules().getAllowUnexpectedKeys();
        variants = new XmlVariants(before.node());
    }

    /**
     * Compares two expected documents with their rules.
     *
     * @throws RuntimeException of many types if one of them is not XML
     */
    public static XmlDifference difference(
            String before, MatchingContext rulesBefore, String after, MatchingContext rulesAfter) {
        var inclusion = new XmlInclusion(XmlElement.root(before, rulesBefore), XmlElement.root(after, rulesAfter));
        return inclusion.element(inclusion.before, inclusion.after);
    }

    // --- an element ---

    private XmlDifference element(XmlElement old, XmlElement wanted) {
        var named = name(old, wanted);
        return named.equals(XmlDifference.NONE)
                ? attributes(old, wanted)
                        .and(children(old, wanted))
                        .and(unexpected(old, wanted))
                        .and(text(old, wanted))
                : named;
    }

    private XmlDifference name(XmlElement old, XmlElement wanted) {
        if (old.name().equals(wanted.name()) && isKept(old, wanted)) {
            return XmlDifference.NONE;
        }
        return old.name().equals(wanted.name())
                ? open(wanted.path())
                : asItIs(wanted.path(), old.name().toString());
    }

    /** Whether an element of the same name satisfies the new rule if it satisfied the old one. Of elements, type and equality are the name. */
    private static boolean isKept(XmlElement old, XmlElement wanted) {
        return (old.rule().equals(wanted.rule()) && (!isCounted(old.rule()) || old.hasAsManyNodesAs(wanted)))
                || isKept(old.rule(), wanted.rule());
    }

    private static boolean isKept(Optional<MatchingRuleGroup> old, Optional<MatchingRuleGroup> wanted) {
        return (old.equals(wanted) && !isCounted(old)) || (isName(old) && isName(wanted));
    }

    /** Whether pact-jvm compares how many nodes are in the element with how many are in the example: for {@code ignore-order}. */
    private static boolean isCounted(Optional<MatchingRuleGroup> rule) {
        return rule.stream()
                .flatMap(group -> group.getRules().stream())
                .anyMatch(EqualsIgnoreOrderMatcher.class::isInstance);
    }

    private static boolean isName(Optional<MatchingRuleGroup> rule) {
        return rule.stream()
                .flatMap(group -> group.getRules().stream())
                .allMatch(each -> each instanceof TypeMatcher || each instanceof EqualsMatcher);
    }

    // --- attributes and text ---

    private XmlDifference attributes(XmlElement old, XmlElement wanted) {
        var known = old.attributes();
        var attributes = wanted.attributes();
        var surplus = known.keySet().stream()
                .filter(name -> !mayHaveMore && !attributes.containsKey(name))
                .map(name -> asItIs(old.attributePlace(name), "unexpected"));
        var compared = attributes.entrySet().stream().map(attribute -> {
            var name = attribute.getKey();
            var place = wanted.attributePlace(name);
            var former = known.get(name);
            if (former == null) {
                return asItIs(place, "missing");
            }
            var wantedValue = attribute.getValue();
            return values(
                    new XmlValues(former.getValue(), former, old.rule(old.attributePlace(name))),
                    new XmlValues(wantedValue.getValue(), wantedValue, wanted.rule(place)),
                    place,
                    value -> variants.with(old.node(), element -> element.setAttribute(former.getName(), value)));
        });
        return Stream.concat(surplus, compared).reduce(XmlDifference.NONE, XmlDifference::and);
    }

    private XmlDifference text(XmlElement old, XmlElement wanted) {
        var text = old.text();
        var wantedText = wanted.text();
        return values(
                new XmlValues(text, text, old.rule(old.textPlace())),
                new XmlValues(wantedText, wantedText, wanted.rule(wanted.textPlace())),
                wanted.textPlace(),
                value -> variants.with(old.node(), element -> XmlVariants.setText(element, value)));
    }

    private static XmlDifference values(
            XmlValues old, XmlValues wanted, List<String> place, UnaryOperator<String> document) {
        var difference = old.difference(wanted);
        var at = XmlElement.text(place);
        return difference.isNone()
                ? XmlDifference.NONE
                : difference
                        .example()
                        .map(value -> XmlDifference.of(new XmlExample(document.apply(value), at, "'" + value + "'")))
                        .orElseGet(() -> XmlDifference.undecided(at));
    }

    // --- the elements in it ---

    private XmlDifference children(XmlElement old, XmlElement wanted) {
        var known = old.children();
        return wanted.children().entrySet().stream()
                .map(group -> known.containsKey(group.getKey())
                        ? children(old, wanted, group.getKey(), known.get(group.getKey()), group.getValue())
                        : asItIs(wanted.childPlace(group.getKey()), "missing"))
                .reduce(XmlDifference.NONE, XmlDifference::and);
    }

    private XmlDifference children(
            XmlElement old, XmlElement wanted, QualifiedName name, List<XmlElement> known, List<XmlElement> elements) {
        var place = wanted.childPlace(name);
        var oldRule = old.rule(old.childPlace(name));
        var rule = wanted.rule(place);
        if (rule.isEmpty()) {
            return oldRule.isEmpty() ? inOrder(known, elements, place) : anyNumber(known, elements, place);
        }
        if (!isKept(oldRule, rule)) {
            return open(place);
        }
        var first = elements.get(0);
        if (oldRule.isPresent()) {
            return element(known.get(0), first);
        }
        var one = known.stream().map(each -> element(each, first)).reduce(XmlDifference.NONE, XmlDifference::and);
        return mayHaveMore ? one.and(another(old, known.get(0), place)) : one;
    }

    /** Without rules, the first ones must be as in the example. */
    private XmlDifference inOrder(List<XmlElement> known, List<XmlElement> elements, List<String> place) {
        if (known.size() < elements.size()) {
            return asItIs(place, "%d of %d".formatted(known.size(), elements.size()));
        }
        var surplus = !mayHaveMore && known.size() > elements.size()
                ? asItIs(place, "%d instead of %d".formatted(known.size(), elements.size()))
                : XmlDifference.NONE;
        for (var i = 0; i < elements.size(); i++) {
            surplus = surplus.and(element(known.get(i), elements.get(i)));
        }
        return surplus;
    }

    /** With a rule, there was at least one, each as the first of the example; without, the number of the example is needed. */
    private XmlDifference anyNumber(List<XmlElement> known, List<XmlElement> elements, List<String> place) {
        if (elements.size() > 1 || !mayHaveMore) {
            return open(place);
        }
        return element(known.get(0), elements.get(0));
    }

    /** Without a rule, further elements could be anything; with one, they are compared. */
    private XmlDifference another(XmlElement parent, XmlElement known, List<String> place) {
        var document = variants.with(parent.node(), element -> element.appendChild(empty(element, known.node())));
        return XmlDifference.of(new XmlExample(document, XmlElement.text(place), "another, which is empty"))
                .and(XmlDifference.undecided(XmlElement.text(place)));
    }

    private static Element empty(Element parent, Element like) {
        return parent.getOwnerDocument().createElementNS(like.getNamespaceURI(), like.getNodeName());
    }

    /** Elements that are not expected are refused if a rule for their name is about types. */
    private XmlDifference unexpected(XmlElement old, XmlElement wanted) {
        if (!mayHaveMore) {
            return old.children().keySet().stream()
                    .filter(name -> !wanted.children().containsKey(name))
                    .map(name -> asItIs(wanted.childPlace(name), "unexpected"))
                    .reduce(XmlDifference.NONE, XmlDifference::and);
        }
        var expected =
                wanted.children().keySet().stream().map(QualifiedName::toString).toList();
        var known =
                old.children().keySet().stream().map(QualifiedName::toString).toList();
        var refused = names().filter(name -> !expected.contains(name))
                .filter(name -> refuses(wanted, name) && (known.contains(name) || !refuses(old, name)))
                .toList();
        return refused.stream()
                .filter(name -> known.contains(name) || name.equals(UNKNOWN) || !refused.contains(UNKNOWN))
                .map(name -> known.contains(name)
                        ? asItIs(wanted.place(name), "unexpected")
                        : further(old, name, wanted.place(name.equals(UNKNOWN) ? "*" : name)))
                .reduce(XmlDifference.NONE, XmlDifference::and);
    }

    private XmlDifference further(XmlElement old, String name, List<String> place) {
        if (!name.matches("[A-Za-z][\\w.-]*")) {
            return open(place);
        }
        var document = variants.with(
                old.node(),
                element -> element.appendChild(element.getOwnerDocument().createElementNS(null, name)));
        return XmlDifference.of(new XmlExample(document, XmlElement.text(place), "<%s/>".formatted(name)))
                .and(XmlDifference.undecided(XmlElement.text(place)));
    }

    private static boolean refuses(XmlElement element, String name) {
        return element.rules().typeMatcherDefined(element.place(name));
    }

    /** Those that are treated in a way of their own: of the example, of the rules, and one for all others. */
    private Stream<String> names() {
        var ofRules = Stream.of(before, after)
                .flatMap(root -> root.rules().getMatchers().getMatchingRules().keySet().stream())
                .flatMap(path -> PathExpressionsKt.parsePath(path).stream())
                .filter(PathToken.Field.class::isInstance)
                .map(token -> ((PathToken.Field) token).getName());
        var ofExample = descendants(before).map(element -> element.name().toString());
        return Stream.of(Stream.of(UNKNOWN), ofRules, ofExample)
                .flatMap(names -> names)
                .filter(name -> !name.startsWith("#") && !name.startsWith("@"))
                .distinct();
    }

    private static Stream<XmlElement> descendants(XmlElement element) {
        return Stream.concat(
                Stream.of(element),
                element.children().values().stream().flatMap(List::stream).flatMap(XmlInclusion::descendants));
    }

    // --- what is said about a place ---

    /** The old example may show it. */
    private XmlDifference asItIs(List<String> place, String shown) {
        return XmlDifference.of(new XmlExample(variants.unchanged(), XmlElement.text(place), shown));
    }

    private XmlDifference open(List<String> place) {
        return asItIs(place, "as in the example").and(XmlDifference.undecided(XmlElement.text(place)));
    }
}
