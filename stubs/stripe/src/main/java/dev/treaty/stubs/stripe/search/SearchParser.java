package dev.treaty.stubs.stripe.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the clauses of a query from left to right. */
final class SearchParser {

    private static final String UNREADABLE =
            "We were unable to parse your search query. Try using the format `metadata[\"key\"]:\"value\"` to query for metadata or key:\"value\" to query for other fields.";

    private static final Pattern CLAUSE = Pattern.compile(
            "(?<negated>-)?(?<field>[A-Za-z_][A-Za-z0-9_.]*)(\\[(?<key>\"[^\"]*\"|'[^']*')\\])?\\s*(?<operator>>=|<=|[:~<>])\\s*"
                    + "(?<value>\"(\\\\.|[^\"\\\\])*+\"|'(\\\\.|[^'\\\\])*+'|(?i:null)\\b|[^\\s\"']+)");
    private static final Pattern CONJUNCTION = Pattern.compile("\\s+(?<word>AND|OR|and|or)\\s+|\\s+");

    private final String query;
    private boolean withOr;
    private boolean withAnd;

    SearchParser(String query) {
        this.query = query.strip();
    }

    List<SearchClause> clauses() {
        var clauses = new ArrayList<SearchClause>();
        var clause = CLAUSE.matcher(query);
        var conjunction = CONJUNCTION.matcher(query);
        var position = 0;
        while (true) {
            if (!clause.find(position) || clause.start() != position) {
                throw SearchRefusal.of(UNREADABLE);
            }
            clauses.add(new SearchClause(
                    clause.group("negated") != null,
                    clause.group("field"),
                    unquoted(clause.group("key")),
                    clause.group("operator"),
                    value(clause.group("value"))));
            position = clause.end();
            if (position == query.length()) {
                return clauses;
            }
            if (!conjunction.find(position) || conjunction.start() != position) {
                throw SearchRefusal.of(UNREADABLE);
            }
            combine(conjunction.group("word"));
            position = conjunction.end();
        }
    }

    private void combine(@Nullable String word) {
        if (word != null && word.equalsIgnoreCase("or")) {
            withOr = true;
        } else {
            withAnd = true;
        }
        if (withOr && withAnd) {
            throw SearchRefusal.of(
                    "We were unable to parse your search query. You cannot combine AND and OR in the same query.");
        }
    }

    boolean combinesWithOr() {
        return withOr;
    }

    private static @Nullable String value(String text) {
        return text.equalsIgnoreCase("null") ? null : unquoted(text);
    }

    private static @Nullable String unquoted(@Nullable String text) {
        if (text == null || !(text.startsWith("\"") || text.startsWith("'"))) {
            return text;
        }
        return text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1");
    }
}
