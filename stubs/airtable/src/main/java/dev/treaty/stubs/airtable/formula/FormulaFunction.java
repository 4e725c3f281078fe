package dev.treaty.stubs.airtable.formula;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The functions that the replay knows.
 *
 * @see <a href="https://support.airtable.com/docs/formula-field-reference">Airtable, formula field reference</a>
 */
@SuppressWarnings("ImmutableEnumChecker") // the functions capture nothing
enum FormulaFunction {
    AND(1, Integer.MAX_VALUE, (row, values) -> Values.of(values.stream().allMatch(Values::isTrue))),
    OR(1, Integer.MAX_VALUE, (row, values) -> Values.of(values.stream().anyMatch(Values::isTrue))),
    NOT(1, 1, (row, values) -> Values.of(!Values.isTrue(values.get(0)))),
    IF(
            2,
            3,
            (row, values) ->
                    Values.isTrue(values.get(0)) ? values.get(1) : values.size() == 3 ? values.get(2) : Values.BLANK),
    TRUE(0, 0, (row, values) -> Values.of(true)),
    FALSE(0, 0, (row, values) -> Values.of(false)),
    BLANK(0, 0, (row, values) -> Values.BLANK),
    LOWER(1, 1, (row, values) -> Values.of(Values.text(values.get(0)).toLowerCase(Locale.ROOT))),
    UPPER(1, 1, (row, values) -> Values.of(Values.text(values.get(0)).toUpperCase(Locale.ROOT))),
    TRIM(1, 1, (row, values) -> Values.of(Values.text(values.get(0)).strip())),
    LEN(1, 1, (row, values) -> Values.of(Values.text(values.get(0)).length())),
    CONCATENATE(
            1,
            Integer.MAX_VALUE,
            (row, values) -> Values.of(values.stream().map(Values::text).reduce("", String::concat))),
    /** The place of a text in another, from 1; 0 if it is not there. */
    FIND(2, 3, (row, values) -> Values.of(place(values))),
    /** Like FIND, but blank if it is not there. */
    SEARCH(2, 3, (row, values) -> place(values) == 0 ? Values.BLANK : Values.of(place(values))),
    RECORD_ID(0, 0, (row, values) -> Values.of(row.id())),
    CREATED_TIME(0, 0, (row, values) -> Values.of(row.created().toString())),
    LAST_MODIFIED_TIME(0, 0, (row, values) -> Values.of(row.modified().toString())),
    NOW(0, 0, (row, values) -> Values.of(row.now().toString())),
    TODAY(
            0,
            0,
            (row, values) ->
                    Values.of(LocalDate.ofInstant(row.now(), ZoneOffset.UTC).toString())),
    IS_BEFORE(2, 2, (row, values) -> Values.of(compareTimes(values) < 0)),
    IS_AFTER(2, 2, (row, values) -> Values.of(compareTimes(values) > 0));

    private final int fewest;
    private final int most;
    private final Body body;

    FormulaFunction(int fewest, int most, Body body) {
        this.fewest = fewest;
        this.most = most;
        this.body = body;
    }

    private interface Body {
        JsonNode apply(Row row, List<JsonNode> values);
    }

    /** The function with this name, in any case. */
    static Optional<FormulaFunction> called(String name) {
        return List.of(values()).stream()
                .filter(function -> function.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** @throws FormulaException if it cannot have as many values */
    void check(int values) {
        if (values < fewest || values > most) {
            throw FormulaException.wrong("Wrong number of arguments to %s".formatted(name()));
        }
    }

    JsonNode apply(Row row, List<JsonNode> values) {
        return body.apply(row, values);
    }

    private static int place(List<JsonNode> values) {
        var start =
                values.size() == 3 ? Math.max(0, Values.number(values.get(2)).intValue() - 1) : 0;
        return Values.text(values.get(1)).indexOf(Values.text(values.get(0)), start) + 1;
    }

    /** Blank is before everything. */
    private static int compareTimes(List<JsonNode> values) {
        return time(values.get(0)).compareTo(time(values.get(1)));
    }

    private static Instant time(JsonNode value) {
        var text = Values.text(value);
        try {
            return text.isEmpty()
                    ? Instant.MIN
                    : text.length() == "2026-01-15".length()
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw FormulaException.notCovered("the date \"%s\" in a formula, which is not ISO 8601".formatted(text));
        }
    }
}
