package dev.treaty.stubs.export.request;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.matchingrules.MatchingRules;
import dev.treaty.stubs.export.body.BodyTranslator;
import dev.treaty.stubs.export.draft.Deviation;
import dev.treaty.stubs.export.draft.MappingDraft;
import dev.treaty.stubs.export.value.KnownRules;
import java.util.EnumSet;
import java.util.Locale;

/** The request of a mapping, part by part. */
public final class RequestMapping {

    private RequestMapping() {}

    /** Writes all that the contract says about a request into a draft. */
    public static void translate(IRequest expected, MappingDraft draft) {
        draft.request().put("method", expected.getMethod().toUpperCase(Locale.ROOT));
        draft.exact("method", MappingDraft.EQUAL, "method");
        UrlTranslator.translate(expected, draft);
        HeaderTranslator.translate(expected, draft);
        CookieTranslator.translate(expected, draft);
        var context = new MatchingContext(expected.getMatchingRules().rulesForCategory("body"), false);
        new BodyTranslator("body", expected.asHttpPart(), context, draft, draft::body).translate();
        noteUnknown(expected.getMatchingRules(), draft);
    }

    /** Wherever such a rule is, and whatever became of it. */
    private static void noteUnknown(MatchingRules rules, MappingDraft draft) {
        for (var category : rules.getCategories()) {
            rules.rulesForCategory(category).getMatchingRules().forEach((key, group) -> {
                if (!KnownRules.containAll(group.getRules())) {
                    draft.rule(
                            (category + " " + key).strip(),
                            MappingDraft.describe(group),
                            "none",
                            EnumSet.of(Deviation.UNKNOWN_RULE));
                }
            });
        }
    }
}
