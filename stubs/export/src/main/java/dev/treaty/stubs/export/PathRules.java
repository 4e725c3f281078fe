package dev.treaty.stubs.export;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import dev.treaty.stubs.export.TextForm.Equal;
import dev.treaty.stubs.export.TextForm.Matches;

/**
 * The path of a request. pact-jvm accepts what equals the contract's and also what matches it as a regex: in
 * {@code /Messages.json} the dot is any character. That is exported, too.
 */
final class PathRules {

    private PathRules() {}

    static TextForm translate(IRequest expected, Translation translation) {
        var rules = expected.getMatchingRules().rulesForCategory("path").getMatchingRules();
        if (rules.isEmpty()) {
            var form = literal(expected.getPath());
            translation.exact("path", Translation.EQUAL, form instanceof Equal ? "url" : "urlPattern");
            return form;
        }
        return ruled(rules.values().iterator().next(), expected.getPath(), translation);
    }

    private static TextForm ruled(MatchingRuleGroup group, String path, Translation translation) {
        var text = TextRules.of(group, path, TextRules.Place.PATH);
        var url = text.form() instanceof Equal ? "url" : "urlPattern";
        translation.rule("path", Translation.words(group), url, text.losses());
        return text.form();
    }

    private static TextForm literal(String path) {
        if (!Regexes.isSpecial(path) || !Regexes.isValid(path)) {
            return new Equal(path);
        }
        return new Matches(path.matches(path) ? path : Regexes.quote(path) + "|" + path);
    }
}
