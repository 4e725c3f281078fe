package dev.treaty.stubs.export.request;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import dev.treaty.stubs.export.draft.MappingDraft;
import dev.treaty.stubs.export.value.Regexes;
import dev.treaty.stubs.export.value.TextPattern;
import dev.treaty.stubs.export.value.TextPattern.Equal;
import dev.treaty.stubs.export.value.TextPattern.Matches;
import dev.treaty.stubs.export.value.TextTranslation;

/**
 * Translates the path of a request. pact-jvm accepts a path that equals the contract's, or matches it as a regex: in {@code
 * /Messages.json} the dot stands for any character. The export does the same.
 */
final class PathTranslator {

    private PathTranslator() {}

    static TextPattern translate(IRequest expected, MappingDraft draft) {
        var rules = expected.getMatchingRules().rulesForCategory("path").getMatchingRules();
        if (rules.isEmpty()) {
            var pattern = literal(expected.getPath());
            draft.exact("path", MappingDraft.EQUAL, pattern instanceof Equal ? "url" : "urlPattern");
            return pattern;
        }
        return ruled(rules.values().iterator().next(), expected.getPath(), draft);
    }

    private static TextPattern ruled(MatchingRuleGroup group, String path, MappingDraft draft) {
        var text = TextTranslation.of(group, path, TextTranslation.Place.PATH);
        var url = text.pattern() instanceof Equal ? "url" : "urlPattern";
        draft.rule("path", MappingDraft.describe(group), url, text.deviations());
        return text.pattern();
    }

    private static TextPattern literal(String path) {
        if (!Regexes.isSpecial(path) || !Regexes.isValid(path)) {
            return new Equal(path);
        }
        return new Matches(path.matches(path) ? path : Regexes.quote(path) + "|" + path);
    }
}
