package dev.treaty.pacts.compare.answer;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.Matching;
import au.com.dius.pact.core.matchers.MatchingConfig;
import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.matchers.ResponseMatching;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.Response;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.model.v4.MessageContents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What pact-jvm says about an answer, as in a verification ({@code ResponseMatching} and {@code ResponseComparison.compareMessage}). */
public final class Acceptance {

    private Acceptance() {}

    /** pact-jvm's sentences about what is wrong with an answer; none if it is accepted. */
    public static List<String> refusals(V4Pact pact, V4Interaction interaction, Answer answer) {
        try {
            return mismatches(pact, interaction, answer).stream()
                    .map(MismatchText::of)
                    .toList();
        } catch (Exception | StackOverflowError e) { // of many types
            return List.of("pact-jvm fails: " + e.getMessage());
        }
    }

    private static List<? extends Mismatch> mismatches(V4Pact pact, V4Interaction interaction, Answer answer) {
        if (interaction instanceof V4Interaction.SynchronousHttp http) {
            return ResponseMatching.responseMismatches(pact, http, response(answer));
        } else if (interaction instanceof V4Interaction.AsynchronousMessage message) {
            var rules = message.getContents().getMatchingRules();
            return message(
                    message.getContents(),
                    rules.rulesForCategory("content").orElse(rules.rulesForCategory("body")),
                    answer);
        }
        var contents =
                ((V4Interaction.SynchronousMessages) interaction).getResponse().get(0);
        return message(contents, contents.getMatchingRules().rulesForCategory("body"), answer);
    }

    private static Response response(Answer answer) {
        return new Response(answer.status(), new HashMap<>(answer.fields()), answer.body());
    }

    private static List<Mismatch> message(MessageContents expected, MatchingRuleCategory bodyRules, Answer answer) {
        var metadata = new HashMap<String, Object>();
        answer.fields().forEach((name, values) -> metadata.put(name, values.get(0)));
        var metadataRules = expected.getMatchingRules().rulesForCategory("metadata");
        return new ArrayList<>(Stream.concat(
                        contents(expected, context(bodyRules), answer.body()).stream(),
                        Matching.compareMessageMetadata(expected.getMetadata(), metadata, context(metadataRules))
                                .stream())
                .toList());
    }

    private static MatchingContext context(MatchingRuleCategory rules) {
        return new MatchingContext(rules, true, Map.of(), false);
    }

    private static List<BodyMismatch> contents(MessageContents expected, MatchingContext rules, OptionalBody actual) {
        var matcher =
                MatchingConfig.lookupContentMatcher(expected.getContentType().getBaseType());
        if (matcher != null) {
            return matcher.matchBody(expected.getContents(), actual, rules).getBodyResults().stream()
                    .flatMap(result -> result.getResult().stream())
                    .toList();
        }
        var text = expected.getContents().valueAsString();
        return text.isEmpty() || text.equals(actual.valueAsString())
                ? List.of()
                : List.of(new BodyMismatch(
                        text, actual.valueAsString(), "The contents are not equal to what is expected"));
    }
}
