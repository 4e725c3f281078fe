package dev.treaty.consumer.environmentconsole.clones;

import dev.treaty.consumer.environmentconsole.connection.JsonDocument;
import java.time.Duration;
import java.util.List;

/**
 * What a clone would do.
 *
 * @param schemaChanges migrations that the target lacks, e.g. {@code "V4 audit"}; empty if none
 * @param unclassified columns that look personal and are in no profile, e.g. {@code "people.profiles.nickname"}; a clone stops because of them
 * @param estimate how long it would take
 */
public record Plan(List<Table> tables, List<String> schemaChanges, List<String> unclassified, Duration estimate) {

    public Plan {
        tables = List.copyOf(tables);
        schemaChanges = List.copyOf(schemaChanges);
        unclassified = List.copyOf(unclassified);
    }

    /**
     * A table that would be copied.
     *
     * @param name with its schema, e.g. {@code "reservations.reservations"}
     * @param rules what would be anonymised; empty if nothing
     */
    public record Table(String name, long rows, List<Rule> rules) {

        public Table {
            rules = List.copyOf(rules);
        }

        static Table of(JsonDocument table) {
            return new Table(table.text("name"), table.integer("rows"), table.list("rules", Rule::of));
        }
    }

    /**
     * How a column would be anonymised.
     *
     * @param column for a document, with the path of the member, e.g. {@code "new_values > guest_email"}
     * @param domain the kind of personal data, e.g. {@code "email"}
     */
    public record Rule(String column, String domain) {

        static Rule of(JsonDocument rule) {
            return new Rule(rule.text("column"), rule.text("domain"));
        }
    }

    static Plan of(JsonDocument plan) {
        return new Plan(
                plan.list("tables", Table::of),
                plan.texts("schemaChanges"),
                plan.texts("unclassified"),
                plan.duration("estimate"));
    }
}
