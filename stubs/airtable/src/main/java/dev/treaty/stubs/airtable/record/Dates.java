package dev.treaty.stubs.airtable.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.treaty.stubs.airtable.api.AirtableError;
import dev.treaty.stubs.airtable.api.AirtableTime;
import dev.treaty.stubs.airtable.schema.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;

/** Dates and times that clients send: ISO 8601, and with typecast also as people write dates in the field's format. */
final class Dates {

    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final DateTimeFormatter AMERICAN =
            DateTimeFormatter.ofPattern("M/d/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter EUROPEAN =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private Dates() {}

    static JsonNode date(Field field, String text, boolean typecast) {
        return TextNode.valueOf(
                read(field, text, typecast).atZone(ZoneOffset.UTC).toLocalDate().toString());
    }

    static JsonNode time(Field field, String text, boolean typecast) {
        return TextNode.valueOf(AirtableTime.write(read(field, text, typecast)));
    }

    private static Instant read(Field field, String text, boolean typecast) {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : midnight(LocalDate.parse(text, typecast && text.contains("/") ? format(field) : ISO));
        } catch (DateTimeParseException e) {
            throw AirtableError.invalidValue(field.name(), "it must be a date in ISO 8601");
        }
    }

    private static Instant midnight(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static DateTimeFormatter format(Field field) {
        return field.options().path("dateFormat").path("name").asText().equals("european") ? EUROPEAN : AMERICAN;
    }
}
