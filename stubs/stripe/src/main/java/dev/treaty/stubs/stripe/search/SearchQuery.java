package dev.treaty.stubs.stripe.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A query such as {@code email:"jane@example.org" AND -metadata["tier"]:"gold"}.
 *
 * @see <a href="https://docs.stripe.com/search#search-query-language">Stripe, search query language</a>
 */
public final class SearchQuery {

    private static final int MAX_CLAUSES = 10;
    private static final int MIN_SUBSTRING = 3;

    /** Others are compared without regard to upper and lower case, which an index cannot do. */
    private static final Set<String> IDS = Set.of("customer", "product", "subscription");

    private final List<SearchClause> clauses;
    private final boolean any;

    private SearchQuery(List<SearchClause> clauses, boolean any) {
        this.clauses = List.copyOf(clauses);
        this.any = any;
    }

    /**
     * Reads a query.
     *
     * @param resource as in paths, e.g. {@code "customers"}
     * @throws dev.treaty.stubs.vendor.VendorError 400 if Stripe would not understand it
     */
    public static SearchQuery parse(String resource, String query) {
        var parser = new SearchParser(query);
        var clauses = parser.clauses();
        clauses.forEach(clause -> check(resource, clause));
        if (clauses.size() > MAX_CLAUSES) {
            throw SearchRefusal.of("A search query can have at most %d clauses.".formatted(MAX_CLAUSES));
        }
        return new SearchQuery(clauses, parser.combinesWithOr());
    }

    private static void check(String resource, SearchClause clause) {
        var field = clause.field();
        if (!SearchFields.isSupported(resource, field) || (field.equals("metadata") && clause.key() == null)) {
            throw SearchRefusal.of(
                    "Field `%s` is an unsupported search field for resource `%s`.".formatted(field, resource));
        }
        var value = clause.value();
        if (clause.operator().equals("~") && (value == null || value.length() < MIN_SUBSTRING)) {
            throw SearchRefusal.of(
                    "Substring search for field `%s` requires at least %d characters.".formatted(field, MIN_SUBSTRING));
        }
        var isNumber = SearchFields.isNumber(field);
        if ((clause.operator().equals("~") && isNumber) || (clause.isComparison() && !isNumber)) {
            throw SearchRefusal.of(
                    "Operator `%s` is not supported for field `%s`.".formatted(clause.operator(), field));
        }
        if (isNumber && value != null && !value.matches("-?\\d+(\\.\\d+)?")) {
            throw SearchRefusal.of("Field `%s` requires a number, not `%s`.".formatted(field, value));
        }
    }

    /** Whether an object is found. */
    public boolean matches(ObjectNode object) {
        return any
                ? clauses.stream().anyMatch(clause -> clause.matches(object))
                : clauses.stream().allMatch(clause -> clause.matches(object));
    }

    /** A field that must have a value exactly, so that an index can be used. */
    public Optional<Required> required(Set<String> indexed) {
        return any
                ? Optional.empty()
                : clauses.stream()
                        .filter(clause -> !clause.negated() && clause.operator().equals(":"))
                        .filter(clause -> clause.value() != null
                                && IDS.contains(clause.field())
                                && indexed.contains(clause.field()))
                        .map(clause -> new Required(clause.field(), String.valueOf(clause.value())))
                        .findFirst();
    }

    /** A field and the value that it must have. */
    public record Required(String field, String value) {}
}
