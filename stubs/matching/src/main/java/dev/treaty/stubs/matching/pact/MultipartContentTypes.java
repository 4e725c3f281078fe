package dev.treaty.stubs.matching.pact;

import au.com.dius.pact.core.matchers.BodyItemMatchResult;
import au.com.dius.pact.core.matchers.BodyMatchResult;
import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.BodyMismatchFactory;
import au.com.dius.pact.core.matchers.MatcherExecutorKt;
import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.Request;
import au.com.dius.pact.core.model.matchingrules.ContentTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.mail.BodyPart;
import javax.mail.MessagingException;
import javax.mail.internet.ContentDisposition;
import javax.mail.internet.MimeMultipart;
import javax.mail.util.ByteArrayDataSource;
import org.jspecify.annotations.Nullable;

/**
 * Applies the rule that a part of a multipart body has a content type, whatever its bytes. pact-jvm looks for it in the wrong place, and so
 * wants the bytes of the example.
 */
final class MultipartContentTypes {

    private static final List<String> ROOT = List.of("$");

    private MultipartContentTypes() {}

    /** pact-jvm's result, in which the contents of a part with such a rule are compared by that rule. */
    static BodyMatchResult applied(BodyMatchResult result, IRequest expected, Request actual) {
        if (result.matchedOk()
                || result.getTypeMismatch() != null
                || expected.getBody().isMissing()
                || !expected.determineContentType().isMultipart()) {
            return result;
        }
        try {
            return applied(result, expected, parts(expected.getBody()), parts(actual.getBody()));
        } catch (MessagingException | IOException e) {
            return result;
        }
    }

    private static BodyMatchResult applied(
            BodyMatchResult result, IRequest expected, Map<String, BodyPart> wanted, Map<String, BodyPart> received)
            throws MessagingException, IOException {
        var items = new ArrayList<BodyItemMatchResult>();
        for (var item : result.getBodyResults()) {
            var part = wanted.get(item.getKey());
            var other = received.get(item.getKey());
            var rule = ruleFor(expected, item.getKey());
            items.add(
                    part == null || other == null || rule == null
                            ? item
                            : compared(item, rule, bytes(part), bytes(other)));
        }
        return new BodyMatchResult(null, items);
    }

    private static BodyItemMatchResult compared(
            BodyItemMatchResult item, MatchingRuleGroup rule, byte[] expected, byte[] actual) {
        var mismatches = new ArrayList<>(item.getResult().stream()
                .filter(mismatch -> isOfHeader(mismatch, item.getKey()))
                .toList());
        mismatches.addAll(MatcherExecutorKt.domatch(rule, ROOT, expected, actual, BodyMismatchFactory.INSTANCE, null));
        return new BodyItemMatchResult(item.getKey(), mismatches);
    }

    /** The path of a header's mismatch is {@code part.Header-Name}; that of the contents begins with the part, too, but compares bytes. */
    private static boolean isOfHeader(BodyMismatch mismatch, String part) {
        return mismatch.getPath().startsWith(part + ".")
                && mismatch.getMismatch().startsWith("Expected a multipart header");
    }

    private static @Nullable MatchingRuleGroup ruleFor(IRequest expected, String part) {
        var rules = expected.getMatchingRules().rulesForCategory("body").getMatchingRules();
        var plain = rules.get("$." + part);
        var rule = plain == null ? rules.get("$['" + part + "']") : plain;
        return rule != null && rule.getRules().stream().allMatch(ContentTypeMatcher.class::isInstance) ? rule : null;
    }

    /** By the names that pact-jvm gives the parts: that of the form's field, or else the number. */
    private static Map<String, BodyPart> parts(OptionalBody body) throws MessagingException {
        var multipart = new MimeMultipart(
                new ByteArrayDataSource(body.orEmpty(), body.getContentType().toString()));
        var parts = new LinkedHashMap<String, BodyPart>();
        for (var i = 0; i < multipart.getCount(); i++) {
            parts.putIfAbsent(name(multipart.getBodyPart(i), i), multipart.getBodyPart(i));
        }
        return parts;
    }

    private static String name(BodyPart part, int number) throws MessagingException {
        var disposition = part.getHeader("Content-Disposition");
        var name = disposition == null ? null : new ContentDisposition(disposition[0]).getParameter("name");
        return name == null || name.isEmpty() ? String.valueOf(number) : name;
    }

    private static byte[] bytes(BodyPart part) throws MessagingException, IOException {
        try (var stream = part.getInputStream()) {
            return stream.readAllBytes();
        }
    }
}
