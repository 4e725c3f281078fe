package dev.treaty.stubs.replay;

import static dev.treaty.stubs.replay.Trait.Kind.BODY;
import static dev.treaty.stubs.replay.Trait.Kind.BODY_TYPE;
import static dev.treaty.stubs.replay.Trait.Kind.FIELD;
import static dev.treaty.stubs.replay.Trait.Kind.FIELDS;
import static dev.treaty.stubs.replay.Trait.Kind.HEADER;
import static dev.treaty.stubs.replay.Trait.Kind.PARAMETER;
import static dev.treaty.stubs.replay.Trait.Kind.PARAMETERS;
import static dev.treaty.stubs.replay.Trait.Kind.SEGMENT;
import static dev.treaty.stubs.replay.Trait.Kind.SEGMENTS;

import au.com.dius.pact.core.model.IRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The {@linkplain Trait traits} that an interaction wants of a request: everything without a matching rule. */
final class Demands {

    /** Compared by media type and parameters, or not at all. */
    private static final Set<String> COMPARED_OTHERWISE = Set.of("content-type", "accept", "cookie");

    private final IRequest expected;
    private final Map<Trait, Object> demands = new HashMap<>();

    private Demands(IRequest expected) {
        this.expected = expected;
    }

    static Map<Trait, Object> ofPath(IRequest expected) {
        var segments = PathSegments.of(expected);
        var demands = new HashMap<Trait, Object>();
        if (segments.complete()) {
            demands.put(Trait.of(SEGMENTS), segments.literals().size());
        }
        for (var i = 0; i < segments.literals().size(); i++) {
            var trait = new Trait(SEGMENT, String.valueOf(i));
            segments.literals().get(i).ifPresent(text -> demands.put(trait, text));
        }
        return demands;
    }

    static Map<Trait, Object> ofQueryAndHeader(IRequest expected) {
        var demands = new Demands(expected);
        demands.addQuery();
        demands.addHeader();
        return demands.demands;
    }

    static Map<Trait, Object> ofBody(IRequest expected) {
        var demands = new Demands(expected);
        if (expected.getBody().isPresent() && !demands.hasRule("body", "$")) { // which may accept any
            BodyRules.of(expected).ifPresent(demands::addBody);
        }
        return demands.demands;
    }

    private void addQuery() {
        demands.put(Trait.of(PARAMETERS), Set.copyOf(expected.getQuery().keySet()));
        expected.getQuery().forEach((name, values) -> {
            if (!hasRule("query", name)) {
                demands.put(new Trait(PARAMETER, name), values);
            }
        });
    }

    private void addHeader() {
        var rules = expected.getMatchingRules().rulesForCategory("header").getMatchingRules();
        var names = new HashMap<String, Integer>();
        expected.getHeaders().keySet().forEach(name -> names.merge(lowerCase(name), 1, Integer::sum));
        expected.getHeaders().forEach((name, values) -> {
            var isCompared = !COMPARED_OTHERWISE.contains(lowerCase(name))
                    && rules.keySet().stream().noneMatch(name::equalsIgnoreCase);
            // if a name is there in two spellings, pact-jvm takes one of them
            if (isCompared && !values.isEmpty() && Integer.valueOf(1).equals(names.get(lowerCase(name)))) {
                demands.put(new Trait(HEADER, lowerCase(name)), Facts.withoutSpaceAfterCommas(values.get(0)));
            }
        });
    }

    private void addBody(BodyRules rules) {
        var type = expected.determineContentType();
        var kind = BodyKind.of(type);
        demands.put(Trait.of(BODY_TYPE), BodyKind.nameOf(type));
        if (kind != BodyKind.TEXT) { // a text may be empty and be there
            demands.put(Trait.of(BODY), true);
        }
        if (!rules.areThereFor(List.of("$"))) {
            kind.fields(expected.getBody()).ifPresent(fields -> addFields(fields, rules));
        }
    }

    private void addFields(Map<String, Optional<Object>> fields, BodyRules rules) {
        demands.put(Trait.of(FIELDS), Set.copyOf(fields.keySet()));
        fields.forEach((name, value) -> {
            if (!rules.areThereFor(List.of("$", name))) {
                value.ifPresent(known -> demands.put(new Trait(FIELD, name), known));
            }
        });
    }

    private boolean hasRule(String category, String key) {
        return expected.getMatchingRules()
                .rulesForCategory(category)
                .getMatchingRules()
                .containsKey(key);
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
