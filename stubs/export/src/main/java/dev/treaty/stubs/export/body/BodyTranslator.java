package dev.treaty.stubs.export.body;

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
import dev.treaty.stubs.export.draft.Deviation;
import dev.treaty.stubs.export.draft.MappingDraft;
import dev.treaty.stubs.export.value.TextTranslation;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Translates the body by its media type, as pact-jvm's {@code Matching.matchBody} compares it. */
public final class BodyTranslator {

    private final String place;
    private final IHttpPart expected;
    private final MatchingContext context;
    private final MappingDraft draft;
    private final Consumer<ObjectNode> patterns;

    /**     * For a body, or for a part of one.
     *
     * @param place {@code "body"}, or the part, e.g. {@code "part file"}
     * @param patterns receives WireMock's body patterns
     */
    public BodyTranslator(
            String place,
            IHttpPart expected,
            MatchingContext context,
            MappingDraft draft,
            Consumer<ObjectNode> patterns) {
        this.place = place;
        this.expected = expected;
        this.context = context;
        this.draft = draft;
        this.patterns = patterns;
    }

    /** Adds what the body has to be to the draft. */
    public void translate() {
        var body = expected.getBody();
        if (body.isMissing()) {
            draft.exact(place, "any", "none");
            return;
        }
        if (!body.isPresent()) {
            draft.rule(place, "empty", "none", EnumSet.of(Deviation.EMPTY_BODY));
            return;
        }
        var root = context.getMatchers().getMatchingRules().get("$");
        if (root != null && root.canMatch(expected.determineContentType())) {
            draft.rule(place, MappingDraft.describe(root), "none", EnumSet.of(Deviation.WHOLE_BODY));
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
            new JsonBody(place, draft).patterns(text(), context).forEach(patterns);
        } else if (matcher instanceof FormPostContentMatcher) {
            new FormBody(context, draft).translate(expected.getBody());
        } else if (matcher instanceof XmlContentMatcher) {
            new XmlBody(place, context, draft).patterns(text()).forEach(patterns);
        } else if (matcher instanceof MultipartMessageContentMatcher) {
            new MultipartBody(
                            context,
                            draft,
                            (part, contents, rules, each) ->
                                    new BodyTranslator(part, contents, rules, draft, each).translate())
                    .translate(expected);
        } else if (matcher instanceof PlainTextContentMatcher) {
            patterns.accept(plainText());
        } else {
            patterns.accept(bytes());
        }
    }

    /** Only a regex for the whole text counts, and it has other flags than elsewhere. */
    private ObjectNode plainText() {
        var group = context.getMatchers().getMatchingRules().get("$");
        if (group != null && !group.getRules().isEmpty() && group.getRules().get(0) instanceof RegexMatcher regex) {
            var text = TextTranslation.of(regex, text(), TextTranslation.Place.FORM);
            draft.rule(place, MappingDraft.describe(group), "matches", text.deviations());
            return instance.objectNode().put("matches", "(?m)" + text.pattern().regex());
        }
        draft.exact(place, MappingDraft.EQUAL, "equalTo");
        return instance.objectNode().put("equalTo", text());
    }

    private ObjectNode bytes() {
        draft.exact(place, MappingDraft.EQUAL, "binaryEqualTo");
        return instance.objectNode()
                .put(
                        "binaryEqualTo",
                        Base64.getEncoder().encodeToString(expected.getBody().unwrap()));
    }

    private String text() {
        return expected.getBody().valueAsString();
    }
}
