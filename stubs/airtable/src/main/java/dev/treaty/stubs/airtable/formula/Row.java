package dev.treaty.stubs.airtable.formula;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** A record as a formula sees it. */
public interface Row {

    /** E.g. {@code "recErika000000001"}. */
    String id();

    /**
     * The value of a field: text, number or boolean; null for an empty cell. What has several values is a text with commas between them.
     *
     * @param field its name or id
     */
    JsonNode value(String field);

    /** When the record was created. */
    Instant created();

    /** When the record was changed last. */
    Instant modified();

    /** The present. */
    Instant now();
}
