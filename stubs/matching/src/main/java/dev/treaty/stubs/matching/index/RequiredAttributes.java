package dev.treaty.stubs.matching.index;

import static dev.treaty.stubs.matching.index.Attribute.Kind.BODY_TYPE;
import static dev.treaty.stubs.matching.index.Attribute.Kind.FIELD;
import static dev.treaty.stubs.matching.index.Attribute.Kind.FIELD_NAMES;
import static dev.treaty.stubs.matching.index.Attribute.Kind.HAS_BODY;
import static dev.treaty.stubs.matching.index.Attribute.Kind.HEADER;
import static dev.treaty.stubs.matching.index.Attribute.Kind.PARAMETER;
import static dev.treaty.stubs.matching.index.Attribute.Kind.PARAMETER_NAMES;
import static dev.treaty.stubs.matching.index.Attribute.Kind.SEGMENT;
import static dev.treaty.stubs.matching.index.Attribute.Kind.SEGMENT_COUNT;

import au.com.dius.pact.core.model.IRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The {@linkplain Attribute attributes} that an interaction requires of a request: everything without a matching rule. */
final class RequiredAttributes {

    /** Headers that pact-jvm compares by media type and parameters, or not at all. */
    private static final Set<String> NOT_COMPARED_BY_EQUALITY = Set.of("content-type", "accept", "cookie");

    private static final Pattern COMMA = Pattern.compile(",");

    private final IRequest expected;
    private final Map<Attribute, Object> required = new HashMap<>();

    private RequiredAttributes(IRequest expected) {
        this.expected = expected;
    }

    static Map<Attribute, Object> ofPath(IRequest expected) {
        var segments = PathSegments.of(expected);
        var required = new HashMap<Attribute, Object>();
        if (segments.complete()) {
            required.put(Attribute.of(SEGMENT_COUNT), segments.literals().size());
        }
        for (var i = 0; i < segments.literals().size(); i++) {
            var attribute = new Attribute(SEGMENT, String.valueOf(i));
            segments.literals().get(i).ifPresent(text -> required.put(attribute, text));
        }
        return required;
    }

    static Map<Attribute, Object> ofQueryAndHeader(IRequest expected) {
        var required = new RequiredAttributes(expected);
        required.addQuery();
        required.addHeader();
        return required.required;
    }

    static Map<Attribute, Object> ofBody(IRequest expected) {
        var required = new RequiredAttributes(expected);
        if (expected.getBody().isPresent()
                && !required.hasRule("body", "$")) { // a rule for all of it may accept anything
            BodyRules.of(expected).ifPresent(required::addBody);
        }
        return required.required;
    }

    private void addQuery() {
        required.put(
                Attribute.of(PARAMETER_NAMES), Set.copyOf(expected.getQuery().keySet()));
        expected.getQuery().forEach((name, values) -> {
            if (!hasRule("query", name)) {
                required.put(new Attribute(PARAMETER, name), values);
            }
        });
    }

    private void addHeader() {
        var rules = expected.getMatchingRules().rulesForCategory("header").getMatchingRules();
        var names = new HashMap<String, Integer>();
        expected.getHeaders().keySet().forEach(name -> names.merge(lowerCase(name), 1, Integer::sum));
        expected.getHeaders().forEach((name, values) -> {
            var isCompared = !NOT_COMPARED_BY_EQUALITY.contains(lowerCase(name))
                    && rules.keySet().stream().noneMatch(name::equalsIgnoreCase);
            // if a name occurs in two spellings, pact-jvm takes one of them
            if (isCompared && isOne(values) && Integer.valueOf(1).equals(names.get(lowerCase(name)))) {
                required.put(
                        new Attribute(HEADER, lowerCase(name)),
                        RequestAttributes.withoutSpaceAfterCommas(values.get(0)));
            }
        });
    }

    /** Whether a request that has it can be told from the others: text that is not ASCII may be encoded, and equal elements repeated. */
    private static boolean isOne(List<String> values) {
        return values.size() == 1 && values.get(0).chars().allMatch(c -> c <= '~') && !isRepetition(values.get(0));
    }

    private static boolean isRepetition(String value) {
        return value.indexOf(',') >= 0
                && COMMA.splitAsStream(value).map(String::strip).distinct().count() < 2;
    }

    private void addBody(BodyRules rules) {
        var type = expected.determineContentType();
        var kind = BodyKind.of(type);
        if (kind != BodyKind.JSON && !hasContentType()) {
            return; // a body without a type is compared as the contract's
        }
        required.put(Attribute.of(BODY_TYPE), BodyKind.nameOf(type));
        if (kind != BodyKind.TEXT) { // text can be present and empty
            required.put(Attribute.of(HAS_BODY), true);
        }
        if (!rules.existFor(List.of("$"))) {
            kind.fields(expected.getBody()).ifPresent(fields -> addFields(fields, rules));
        }
    }

    private void addFields(Map<String, Optional<Object>> fields, BodyRules rules) {
        required.put(Attribute.of(FIELD_NAMES), Set.copyOf(fields.keySet()));
        fields.forEach((name, value) -> {
            if (!rules.existFor(List.of("$", name))) {
                value.ifPresent(known -> required.put(new Attribute(FIELD, name), known));
            }
        });
    }

    private boolean hasRule(String category, String key) {
        return expected.getMatchingRules()
                .rulesForCategory(category)
                .getMatchingRules()
                .containsKey(key);
    }

    private boolean hasContentType() {
        return expected.getHeaders().keySet().stream().anyMatch("Content-Type"::equalsIgnoreCase);
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
