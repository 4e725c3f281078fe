package dev.treaty.stubs.matching.diagnosis;

import au.com.dius.pact.core.matchers.CookieMismatch;
import au.com.dius.pact.core.matchers.HeaderMismatch;
import au.com.dius.pact.core.matchers.MethodMismatch;
import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.matchers.PathMismatch;
import au.com.dius.pact.core.matchers.QueryMismatch;
import au.com.dius.pact.core.model.IRequest;
import dev.treaty.pacts.errors.SecretNames;
import dev.treaty.stubs.matching.pact.Comparison;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an interaction expects beside what was received, part by part. pact-jvm decides which parts differ; headers that the contract
 * does not mention are left out, because they cannot differ.
 */
final class RequestDiff {

    private static final String HIDDEN = "***";

    /** More than anybody reads. */
    private static final int MOST_LINES = 60;

    /** Characters of a value; a body that is text may be one. */
    private static final int LONGEST_VALUE = 1_000;

    private final IRequest expected;
    private final IRequest received;
    private final List<Mismatch> mismatches;
    private final RequestSecrets secrets;
    private final RuleDescriptions rules;
    private final List<ComparedPart> lines = new ArrayList<>();

    private RequestDiff(Comparison comparison, IRequest received, RequestSecrets secrets) {
        this.expected = comparison.interaction().expected();
        this.received = received;
        this.mismatches = comparison.mismatches();
        this.secrets = secrets;
        this.rules = new RuleDescriptions(expected.getMatchingRules());
    }

    /** The lines in the order of a request: method, path, query, headers, body. */
    static List<ComparedPart> lines(Comparison comparison, IRequest received, RequestSecrets secrets) {
        var beside = new RequestDiff(comparison, received, secrets);
        beside.addTarget();
        beside.addQuery();
        beside.addHeaders();
        beside.addBody();
        return beside.mostImportant();
    }

    /** Those that differ, and the first of the others, in their order. */
    private List<ComparedPart> mostImportant() {
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        var differing = (int) lines.stream().filter(ComparedPart::differs).count();
        var kept = new int[] {Math.min(differing, MOST_LINES), MOST_LINES - Math.min(differing, MOST_LINES)};
        var shown = lines.stream()
                .filter(line -> kept[line.differs() ? 0 : 1]-- > 0)
                .collect(Collectors.toCollection(ArrayList::new));
        shown.add(new ComparedPart("… %d more".formatted(lines.size() - shown.size()), "", "", differing > MOST_LINES));
        return shown;
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
        var differences = new BodyDifferences(mismatches);
        var paths = new LinkedHashSet<>(wanted.keySet());
        paths.addAll(actual.keySet());
        var before = lines.size();
        for (var path : paths) {
            add(
                    ("body " + path).strip(),
                    wanted.get(path),
                    actual.get(path),
                    rules.of("body", path),
                    differences.include(path, wanted.containsKey(path) != actual.containsKey(path)));
        }
        if (differences.exist() && lines.subList(before, lines.size()).stream().noneMatch(ComparedPart::differs)) {
            lines.add(new ComparedPart("body", "", "", true));
        }
    }

    private <M extends Mismatch> boolean is(Class<M> type, Predicate<M> concerned) {
        return mismatches.stream().filter(type::isInstance).map(type::cast).anyMatch(concerned);
    }

    private void add(String part, @Nullable String wanted, @Nullable String actual, String rule, boolean differs) {
        var hidden = SecretNames.contains(part);
        var shown = wanted == null ? "-" : hidden ? HIDDEN : secrets.hide(limited(wanted));
        lines.add(new ComparedPart(
                secrets.hide(part),
                wanted != null && !rule.isEmpty() ? shown + "  " + rule : shown,
                actual == null ? "-" : hidden ? HIDDEN : secrets.hide(limited(actual)),
                differs));
    }

    private static String limited(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }

    private static @Nullable String joined(@Nullable List<String> values) {
        return values == null ? null : String.join(", ", values);
    }

    /** For a terminal: three columns, and {@code <<<<<} where they differ. */
    static String table(List<ComparedPart> lines) {
        var part = width(lines, ComparedPart::part, 40);
        var expected = width(lines, ComparedPart::expected, 44);
        var received = width(lines, ComparedPart::received, 44);
        var format = "    %-" + part + "s  %-" + expected + "s  %-" + received + "s  %s";
        var text = new StringBuilder();
        text.append(String.format(Locale.ROOT, format, "", "expected", "received", "")
                        .stripTrailing())
                .append('\n');
        for (var line : lines) {
            var cells = String.format(
                    Locale.ROOT,
                    format,
                    ShortText.middle(line.part(), part),
                    ShortText.end(line.expected(), expected),
                    ShortText.end(line.received(), received),
                    line.differs() ? "<<<<<" : "");
            text.append(cells.stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int width(List<ComparedPart> lines, Function<ComparedPart, String> column, int most) {
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
}
