package dev.treaty.stubs.export;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;

import au.com.dius.pact.core.matchers.ContentMatcher;
import au.com.dius.pact.core.matchers.FormPostContentMatcher;
import au.com.dius.pact.core.matchers.JsonContentMatcher;
import au.com.dius.pact.core.matchers.MatchingConfig;
import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.matchers.MultipartMessageContentMatcher;
import au.com.dius.pact.core.matchers.PlainTextContentMatcher;
import au.com.dius.pact.core.matchers.XmlContentMatcher;
import au.com.dius.pact.core.model.IHttpPart;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The body, by its media type, as pact-jvm's {@code Matching.matchBody} has it. */
final class BodyRules {

    private final String place;
    private final IHttpPart expected;
    private final MatchingContext context;
    private final Translation translation;
    private final Consumer<ObjectNode> patterns;

    /**
     * A body.
     *
     * @param place {@code "body"}, or that of a part of it
     * @param patterns takes WireMock's body patterns
     */
    BodyRules(
            String place,
            IHttpPart expected,
            MatchingContext context,
            Translation translation,
            Consumer<ObjectNode> patterns) {
        this.place = place;
        this.expected = expected;
        this.context = context;
        this.translation = translation;
        this.patterns = patterns;
    }

    void translate() {
        var body = expected.getBody();
        if (body.isMissing()) {
            translation.exact(place, "any", "none");
            return;
        }
        if (!body.isPresent()) {
            translation.rule(place, "empty", "none", EnumSet.of(Loss.EMPTY_BODY));
            return;
        }
        var root = context.getMatchers().getMatchingRules().get("$");
        if (root != null && root.canMatch(expected.determineContentType())) {
            translation.rule(place, Translation.words(root), "none", EnumSet.of(Loss.WHOLE_BODY));
            return;
        }
        contents(matcher().orElse(null));
    }

    private Optional<ContentMatcher> matcher() {
        var type = expected.determineContentType();
        return Optional.ofNullable(MatchingConfig.lookupContentMatcher(type.getBaseType()))
                .or(() ->
                        Optional.ofNullable(MatchingConfig.lookupContentMatcher(String.valueOf(type.getSupertype()))));
    }

    private void contents(@Nullable ContentMatcher matcher) {
        if (matcher instanceof JsonContentMatcher) {
            new JsonBody(place, translation).patterns(text(), context).forEach(patterns);
        } else if (matcher instanceof FormPostContentMatcher) {
            new FormBody(context, translation).translate(expected.getBody());
        } else if (matcher instanceof XmlContentMatcher) {
            new XmlBody(place, context, translation).patterns(text()).forEach(patterns);
        } else if (matcher instanceof MultipartMessageContentMatcher) {
            new MultipartBody(context, translation).translate(expected);
        } else if (matcher instanceof PlainTextContentMatcher) {
            patterns.accept(plainText());
        } else {
            patterns.accept(bytes());
        }
    }

    /** Only a regex for all of it counts; it has other flags than elsewhere. */
    private ObjectNode plainText() {
        var group = context.getMatchers().getMatchingRules().get("$");
        if (group != null && !group.getRules().isEmpty() && group.getRules().get(0) instanceof RegexMatcher regex) {
            translation.exact(place, Translation.words(group), "matches");
            return instance.objectNode().put("matches", "(?m)" + regex.getRegex());
        }
        translation.exact(place, Translation.EQUAL, "equalTo");
        return instance.objectNode().put("equalTo", text());
    }

    private ObjectNode bytes() {
        translation.exact(place, Translation.EQUAL, "binaryEqualTo");
        return instance.objectNode()
                .put(
                        "binaryEqualTo",
                        Base64.getEncoder().encodeToString(expected.getBody().unwrap()));
    }

    private String text() {
        return expected.getBody().valueAsString();
    }
}
