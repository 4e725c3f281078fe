package dev.treaty.stubs.matching.diagnosis;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.BodyTypeMismatch;
import au.com.dius.pact.core.matchers.CookieMismatch;
import au.com.dius.pact.core.matchers.HeaderMismatch;
import au.com.dius.pact.core.matchers.MethodMismatch;
import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.matchers.PathMismatch;
import au.com.dius.pact.core.matchers.QueryMismatch;
import au.com.dius.pact.core.model.IRequest;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.treaty.pacts.errors.SecretNames;
import dev.treaty.stubs.matching.pact.Comparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an interaction expects beside what was received, part by part. pact-jvm decides which parts differ; headers that the contract
 * does not mention are left out, because they cannot differ.
 */
final class RequestDiff {

    private static final String HIDDEN = "***";

    private final IRequest expected;
    private final IRequest received;
    private final List<Mismatch> mismatches;
    private final RequestSecrets secrets;
    private final RuleDescriptions rules;
    private final List<Line> lines = new ArrayList<>();

    private RequestDiff(Comparison comparison, IRequest received, RequestSecrets secrets) {
        this.expected = comparison.interaction().expected();
        this.received = received;
        this.mismatches = comparison.mismatches();
        this.secrets = secrets;
        this.rules = new RuleDescriptions(expected.getMatchingRules());
    }

    /** The lines in the order of a request: method, path, query, headers, body. */
    static List<Line> lines(Comparison comparison, IRequest received, RequestSecrets secrets) {
        var beside = new RequestDiff(comparison, received, secrets);
        beside.addTarget();
        beside.addQuery();
        beside.addHeaders();
        beside.addBody();
        return List.copyOf(beside.lines);
    }

    private void addTarget() {
        add("method", expected.getMethod(), received.getMethod(), "", is(MethodMismatch.class, mismatch -> true));
        add("path", expected.getPath(), received.getPath(), rules.of("path", ""), is(PathMismatch.class, path -> true));
    }

    private void addQuery() {
        var names = new LinkedHashSet<>(expected.getQuery().keySet());
        names.addAll(received.getQuery().keySet());
        for (var name : names) {
            add(
                    "query " + name,
                    joined(expected.getQuery().get(name)),
                    joined(received.getQuery().get(name)),
                    rules.of("query", name),
                    is(QueryMismatch.class, query -> query.getQueryParameter().equals(name)));
        }
    }

    private void addHeaders() {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(received.getHeaders());
        expected.getHeaders()
                .forEach((name, values) -> add(
                        name,
                        joined(values),
                        joined(headers.get(name)),
                        rules.of("header", name),
                        name.equalsIgnoreCase("Cookie")
                                ? is(CookieMismatch.class, cookie -> true)
                                : is(
                                        HeaderMismatch.class,
                                        header -> header.getHeaderKey().equalsIgnoreCase(name))));
    }

    private void addBody() {
        if (expected.getBody().isMissing()) {
            return;
        }
        var wanted = BodyParts.of(expected.getBody());
        var actual = BodyParts.of(received.getBody());
        var otherType = is(BodyTypeMismatch.class, type -> true);
        var paths = new LinkedHashMap<String, @Nullable String>(wanted);
        actual.forEach(paths::putIfAbsent);
        for (var path : paths.keySet()) {
            var differs = is(BodyMismatch.class, body -> explains(body, path, wanted, actual));
            add(
                    ("body " + path).strip(),
                    wanted.get(path),
                    actual.get(path),
                    rules.of("body", path),
                    otherType || differs);
        }
        if (mismatches.stream().anyMatch(BodyMismatch.class::isInstance)
                && lines.stream().noneMatch(line -> line.part().startsWith("body") && line.differs())) {
            lines.add(new Line("body", "", "", true));
        }
    }

    private static boolean explains(
            BodyMismatch mismatch, String path, Map<String, String> wanted, Map<String, String> actual) {
        var at = mismatch.getPath();
        if (at.equals("/")) {
            return path.isEmpty() || isAboutField(mismatch, path);
        }
        // a mismatch of an object or a list is about the keys and elements that only one of the two has
        var onlyInOne = wanted.containsKey(path) != actual.containsKey(path) && path.startsWith(at);
        return onlyInOne || at.equals(path) || at.startsWith(path + ".") || at.startsWith(path + "[");
    }

    /** pact-jvm does not say where in a form a mismatch is, but starts its values with the field's name. */
    private static boolean isAboutField(BodyMismatch mismatch, String path) {
        var field = path.replaceFirst("^\\$\\.", "");
        return Stream.of(mismatch.getExpected(), mismatch.getActual())
                .map(String::valueOf)
                .anyMatch(text -> text.equals(field) || text.startsWith(field + "="));
    }

    private <M extends Mismatch> boolean is(Class<M> type, Predicate<M> concerned) {
        return mismatches.stream().filter(type::isInstance).map(type::cast).anyMatch(concerned);
    }

    private void add(String part, @Nullable String wanted, @Nullable String actual, String rule, boolean differs) {
        var hidden = SecretNames.contains(part);
        var shown = wanted == null ? "-" : hidden ? HIDDEN : wanted;
        lines.add(new Line(
                part,
                wanted != null && !rule.isEmpty() ? shown + "  " + rule : shown,
                actual == null ? "-" : hidden ? HIDDEN : secrets.hide(actual),
                differs));
    }

    private static @Nullable String joined(@Nullable List<String> values) {
        return values == null ? null : String.join(", ", values);
    }

    /** For a terminal: three columns, and {@code <<<<<} where they differ. */
    static String table(List<Line> lines) {
        var part = width(lines, Line::part, 28);
        var expected = width(lines, Line::expected, 44);
        var received = width(lines, Line::received, 44);
        var format = "    %-" + part + "s  %-" + expected + "s  %-" + received + "s  %s";
        var text = new StringBuilder();
        text.append(String.format(Locale.ROOT, format, "", "expected", "received", "")
                        .stripTrailing())
                .append('\n');
        for (var line : lines) {
            var cells = String.format(
                    Locale.ROOT,
                    format,
                    shortened(line.part(), part),
                    shortened(line.expected(), expected),
                    shortened(line.received(), received),
                    line.differs() ? "<<<<<" : "");
            text.append(cells.stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int width(List<Line> lines, Function<Line, String> column, int most) {
        return Math.min(
                most,
                Math.max(
                        8,
                        lines.stream()
                                .map(column)
                                .mapToInt(String::length)
                                .max()
                                .orElse(0)));
    }

    private static String shortened(String text, int width) {
        var oneLine = text.replaceAll("\\s*\\R\\s*", " ");
        return oneLine.length() <= width ? oneLine : oneLine.substring(0, width - 1) + "…";
    }

    /**
     * One part of a request.
     *
     * @param part e.g. {@code "path"}, {@code "query limit"}, {@code "Stripe-Version"}, {@code "body $.amount"}
     * @param expected the contract's example, and the rule that accepts other values; {@code "-"} if the part must be absent
     * @param received {@code "-"} if the part was absent
     */
    @JsonPropertyOrder({"part", "expected", "received", "differs"})
    record Line(String part, String expected, String received, boolean differs) {

        /** Characters; a whole body would be copied, escaped and sent back several times. */
        private static final int LONGEST = 500;

        Line {
            part = cut(part);
            expected = cut(expected);
            received = cut(received);
        }

        private static String cut(String text) {
            return text.length() <= LONGEST
                    ? text
                    : "%s… (%d characters)".formatted(text.substring(0, LONGEST), text.length());
        }
    }
}
