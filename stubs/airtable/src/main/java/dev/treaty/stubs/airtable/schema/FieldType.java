package dev.treaty.stubs.airtable.schema;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a field holds.
 *
 * @see <a href="https://airtable.com/developers/web/api/field-model">Airtable, field types and cell values</a>
 */
public enum FieldType {
    /** Text in one line. */
    SINGLE_LINE_TEXT("singleLineText", Shape.TEXT),
    /** Text. */
    MULTILINE_TEXT("multilineText", Shape.TEXT),
    /** Text with Markdown. */
    RICH_TEXT("richText", Shape.TEXT),
    /** Text. */
    EMAIL("email", Shape.TEXT),
    /** Text. */
    URL("url", Shape.TEXT),
    /** Text. */
    PHONE_NUMBER("phoneNumber", Shape.TEXT),
    /** A number with the precision of the field's options. */
    NUMBER("number", Shape.NUMBER),
    /** A number. */
    CURRENCY("currency", Shape.NUMBER),
    /** A number; 0.5 is 50 %. */
    PERCENT("percent", Shape.NUMBER),
    /** Seconds. */
    DURATION("duration", Shape.NUMBER),
    /** A positive integer. */
    RATING("rating", Shape.NUMBER),
    /** True; false is an empty cell. */
    CHECKBOX("checkbox", Shape.CHECKBOX),
    /** The name of a choice. */
    SINGLE_SELECT("singleSelect", Shape.CHOICE),
    /** Names of choices. */
    MULTIPLE_SELECTS("multipleSelects", Shape.CHOICES),
    /** {@code "2026-01-15"}. */
    DATE("date", Shape.DATE),
    /** {@code "2026-01-15T09:30:00.000Z"}. */
    DATE_TIME("dateTime", Shape.TIME),
    /** Ids of records of another table, or of the same. */
    MULTIPLE_RECORD_LINKS("multipleRecordLinks", Shape.LINKS),
    /** When the record was created. */
    CREATED_TIME("createdTime", Shape.COMPUTED),
    /** When the record was changed last. */
    LAST_MODIFIED_TIME("lastModifiedTime", Shape.COMPUTED),
    /** The number of the record in its table, from 1. */
    AUTO_NUMBER("autoNumber", Shape.COMPUTED);

    private final String text;
    private final Shape shape;

    FieldType(String text, Shape shape) {
        this.text = text;
        this.shape = shape;
    }

    /** The type with this name in the API, e.g. {@code "singleLineText"}; empty for one that the replay does not have. */
    public static Optional<FieldType> of(String text) {
        return Stream.of(values()).filter(type -> type.text.equals(text)).findFirst();
    }

    /** Its name in the API. */
    public String text() {
        return text;
    }

    /** What its values look like. */
    public Shape shape() {
        return shape;
    }

    /** What values look like. */
    public enum Shape {
        /** A JSON string. */
        TEXT,
        /** A JSON number. */
        NUMBER,
        /** A JSON boolean. */
        CHECKBOX,
        /** The name of one choice. */
        CHOICE,
        /** A list of names of choices. */
        CHOICES,
        /** A date. */
        DATE,
        /** A point in time. */
        TIME,
        /** A list of ids of records. */
        LINKS,
        /** Airtable knows it; nobody writes it. */
        COMPUTED
    }
}
