package dev.treaty.pacts.compare.answer;

import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.model.v4.MessageContents;
import au.com.dius.pact.core.support.json.JsonValue;
import dev.treaty.pacts.compare.answer.ExpectedAnswer.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the interactions of a contract say about the provider's answer. */
final class ExpectedAnswers {

    private ExpectedAnswers() {}

    /** Empty for interactions whose answers pact-jvm does not compare as a whole: several messages that answer one. */
    static Optional<ExpectedAnswer> of(V4Interaction interaction) {
        if (interaction instanceof V4Interaction.SynchronousHttp http) {
            return Optional.of(response(http.getResponse()));
        } else if (interaction instanceof V4Interaction.AsynchronousMessage message) {
            return Optional.of(message(message.getContents(), contentRules(message.getContents())));
        } else if (interaction instanceof V4Interaction.SynchronousMessages messages
                && messages.getResponse().size() == 1) {
            var contents = messages.getResponse().get(0);
            return Optional.of(message(contents, contents.getMatchingRules().rulesForCategory("body")));
        }
        return Optional.empty();
    }

    private static MatchingRuleCategory contentRules(MessageContents contents) {
        var rules = contents.getMatchingRules();
        return rules.rulesForCategory("content").orElse(rules.rulesForCategory("body"));
    }

    private static ExpectedAnswer response(HttpResponse response) {
        var rules = response.getMatchingRules();
        return new ExpectedAnswer(
                Kind.RESPONSE,
                response.getStatus(),
                rules.rulesForCategory("status"),
                byName(response.getHeaders()),
                Set.of(),
                rules.rulesForCategory("header"),
                response.getBody(),
                response.determineContentType(),
                rules.rulesForCategory("body"));
    }

    /** Its headers, without cookies, and its body. */
    static ExpectedAnswer request(HttpRequest request) {
        var rules = request.getMatchingRules();
        return new ExpectedAnswer(
                Kind.REQUEST,
                Answer.NO_STATUS,
                rules.rulesForCategory("status"),
                byName(request.headersWithoutCookie()),
                Set.of(),
                rules.rulesForCategory("header"),
                request.getBody(),
                request.determineContentType(),
                rules.rulesForCategory("body"));
    }

    private static ExpectedAnswer message(MessageContents contents, MatchingRuleCategory bodyRules) {
        return new ExpectedAnswer(
                Kind.MESSAGE,
                Answer.NO_STATUS,
                contents.getMatchingRules().rulesForCategory("status"),
                texts(contents.getMetadata()),
                nonTexts(contents.getMetadata()),
                contents.getMatchingRules().rulesForCategory("metadata"),
                contents.getContents(),
                contents.getContentType(),
                bodyRules);
    }

    /** Of headers whose names differ only in case, pact-jvm compares the last. */
    private static Map<String, List<String>> byName(Map<String, List<String>> headers) {
        var byName = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        return byName;
    }

    private static Map<String, List<String>> texts(Map<String, @Nullable Object> metadata) {
        var texts = new LinkedHashMap<String, List<String>>();
        metadata.forEach((name, value) -> texts.put(name, List.of(String.valueOf(value))));
        return texts;
    }

    private static Set<String> nonTexts(Map<String, @Nullable Object> metadata) {
        var names = new TreeSet<String>();
        metadata.forEach((name, value) -> {
            if (!(value instanceof String) && !(value instanceof JsonValue.StringValue)) {
                names.add(name);
            }
        });
        return names;
    }
}
