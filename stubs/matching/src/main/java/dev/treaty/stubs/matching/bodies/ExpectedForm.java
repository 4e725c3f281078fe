package dev.treaty.stubs.matching.bodies;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.BodyMismatchFactory;
import au.com.dius.pact.core.matchers.FormPostContentMatcher;
import au.com.dius.pact.core.matchers.MatcherExecutorKt;
import au.com.dius.pact.core.matchers.MatchingConfig;
import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.Request;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import dev.treaty.stubs.matching.acceptance.RegexAcceptance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The form that a contract expects, with the rules for each field, which pact-jvm looks up anew for each request: it parses the path of every
 * rule for every field. Only used to accept: what is not accepted here is for pact-jvm to judge.
 */
public final class ExpectedForm {

    private static final boolean UNEXPECTED_ARE_REFUSED = false;

    private final MatchingContext context;
    private final List<Field> fields;

    /**
     * What is expected of a field.
     *
     * @param examples its values
     * @param rules those for each of the values; none if the values must be equal
     */
    private record Field(String name, List<String> examples, List<MatchingRuleGroup> rules) {

        List<String> path(int index) {
            return List.of("$", name, String.valueOf(index));
        }
    }

    private ExpectedForm(IRequest expected) {
        context = new MatchingContext(
                expected.getMatchingRules().rulesForCategory("body"), UNEXPECTED_ARE_REFUSED, Map.of());
        fields = fields(expected).entrySet().stream()
                .map(field -> withRules(new Field(field.getKey(), field.getValue(), List.of())))
                .toList();
    }

    private static Map<String, List<String>> fields(IRequest request) {
        var form = request.getBody();
        return FormFields.of(form.valueAsString(), form.getContentType().asCharset());
    }

    private Field withRules(Field field) {
        if (!context.matcherDefined(List.of("$", field.name()))) {
            return field;
        }
        var rules = IntStream.range(0, field.examples().size())
                .mapToObj(index -> context.selectBestMatcher(field.path(index)))
                .toList();
        return new Field(field.name(), field.examples(), rules);
    }

    /** Empty if the request has no form, or pact-jvm does not compare it field by field. */
    public static Optional<ExpectedForm> of(IRequest expected) {
        var type = expected.determineContentType();
        var mediaType = type.getBaseType();
        var ofAll = expected.getMatchingRules()
                .rulesForCategory("body")
                .getMatchingRules()
                .get("$");
        // the media type comes before the lookup, which loads pact-jvm's catalogue of plugins
        return expected.getBody().isPresent()
                        && FormBodies.isForm(mediaType)
                        && MatchingConfig.lookupContentMatcher(mediaType) instanceof FormPostContentMatcher
                        && (ofAll == null || !ofAll.canMatch(type))
                ? Optional.of(new ExpectedForm(expected))
                : Optional.empty();
    }

    /** Whether pact-jvm certainly accepts the body of the request: the same fields, as often, and each value equal or as its rules say. */
    public boolean accepts(Request actual) {
        if (!actual.getBody().isPresent()
                || !FormBodies.isForm(actual.determineContentType().getBaseType())) {
            return false;
        }
        var received = fields(actual);
        return received.size() == fields.size()
                && fields.stream().allMatch(field -> accepts(field, received.getOrDefault(field.name(), List.of())));
    }

    private boolean accepts(Field field, List<String> received) {
        return field.rules().isEmpty()
                ? field.examples().equals(received)
                : field.examples().size() == received.size()
                        && IntStream.range(0, received.size())
                                .allMatch(index -> accepts(field, index, received.get(index)));
    }

    private boolean accepts(Field field, int index, String received) {
        var rules = field.rules().get(index);
        return RegexAcceptance.accepts(rules, received)
                || MatcherExecutorKt.<BodyMismatch>domatch(
                                rules,
                                field.path(index),
                                field.examples().get(index),
                                received,
                                BodyMismatchFactory.INSTANCE,
                                context)
                        .isEmpty();
    }
}
