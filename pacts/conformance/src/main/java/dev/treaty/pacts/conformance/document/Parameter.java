package dev.treaty.pacts.conformance.document;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A parameter of an operation.
 *
 * @param name as the document spells it
 * @param in {@code path}, {@code query}, {@code header} or {@code cookie}
 */
public record Parameter(String name, String in, boolean isRequired, JsonNode schema) {}
