package dev.treaty.stubs.matching.acceptance;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.Request;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import dev.treaty.stubs.matching.request.ReceivedHeader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Accepts the headers of a request, if each that is expected is there with values that are equal or match its only rule, a regex (pact-jvm's
 * {@code Matching.compareHeaders} and {@code HeaderMatcher.compareHeader}). Cookies are no part of this.
 */
public final class HeaderAcceptance {

    private HeaderAcceptance() {}

    /** Whether a request's field is the cookies. */
    public static boolean isCookie(String name) {
        return name.equalsIgnoreCase("Cookie");
    }

    /** Whether pact-jvm certainly accepts the headers of the request. */
    public static boolean accepts(IRequest expected, Request actual) {
        var rules = expected.getMatchingRules().rulesForCategory("header").getMatchingRules();
        for (var header : expected.getHeaders().entrySet()) {
            if (!isCookie(header.getKey())
                    && !accepts(header.getKey(), header.getValue(), rules, received(actual, header.getKey()))) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable List<String> received(Request actual, String name) {
        for (var header : actual.getHeaders().entrySet()) {
            if (header.getKey().equalsIgnoreCase(name)) {
                return header.getValue();
            }
        }
        return null;
    }

    private static boolean accepts(
            String name,
            List<String> wanted,
            Map<String, MatchingRuleGroup> allRules,
            @Nullable List<String> received) {
        if (received == null) {
            return false;
        }
        MatchingRuleGroup rules = null;
        for (var ruled : allRules.entrySet()) {
            if (ruled.getKey().equalsIgnoreCase(name)) {
                if (rules != null) {
                    return false;
                }
                rules = ruled.getValue();
            }
        }
        return rules == null
                ? received.equals(wanted) && !hasParameters(wanted)
                : accepts(rules, wanted, ReceivedHeader.comparable(received, wanted));
    }

    private static boolean accepts(MatchingRuleGroup rules, List<String> wanted, List<String> received) {
        if (received.size() != wanted.size()) {
            return false;
        }
        for (var value : received) {
            if (!RegexAcceptance.accepts(rules, value)) {
                return false;
            }
        }
        return true;
    }

    /** pact-jvm fails on media types with a parameter that has no value, even if they are equal. */
    private static boolean hasParameters(List<String> values) {
        for (var value : values) {
            if (value.indexOf(';') >= 0) {
                return true;
            }
        }
        return false;
    }
}
