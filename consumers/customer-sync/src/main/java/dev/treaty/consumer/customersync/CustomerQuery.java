package dev.treaty.consumer.customersync;

import dev.treaty.consumer.http.Query;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which customers to read.
 *
 * @param view the name or id of a view, whose filter and order count; empty for all customers
 * @param formula a condition; empty for all customers
 * @param pageSize how many come with each request, from 1 to 100
 */
public record CustomerQuery(Optional<String> view, Optional<Formula> formula, int pageSize) {

    /** The most records that Airtable sends at a time. */
    static final int LARGEST_PAGE = 100;

    /** Refuses pages that Airtable does not have. */
    public CustomerQuery {
        if (pageSize < 1 || pageSize > LARGEST_PAGE) {
            throw new IllegalArgumentException("A page has 1 to %d records, not %d".formatted(LARGEST_PAGE, pageSize));
        }
    }

    /** All customers. */
    public static CustomerQuery all() {
        return new CustomerQuery(Optional.empty(), Optional.empty(), LARGEST_PAGE);
    }

    /** The same, of those that a view shows. */
    public CustomerQuery inView(String newView) {
        return new CustomerQuery(Optional.of(newView), formula, pageSize);
    }

    /** The same, of those that a condition holds for. */
    public CustomerQuery where(Formula condition) {
        return new CustomerQuery(view, Optional.of(condition), pageSize);
    }

    /** The same, with another number of records in each request. */
    public CustomerQuery inPagesOf(int records) {
        return new CustomerQuery(view, formula, records);
    }

    /** Everything is repeated with each page: Airtable does not remember it for the offset. */
    Query toQuery(Optional<String> offset) {
        return Query.of("pageSize", pageSize)
                .and("view", view)
                .and("filterByFormula", formula)
                .and("offset", offset);
    }

    /** The same as the body of {@code listRecords}. */
    Map<String, Object> toBody(Optional<String> offset) {
        var body = new LinkedHashMap<String, Object>();
        body.put("pageSize", pageSize);
        view.ifPresent(name -> body.put("view", name));
        formula.ifPresent(condition -> body.put("filterByFormula", condition.text()));
        offset.ifPresent(place -> body.put("offset", place));
        return body;
    }
}
