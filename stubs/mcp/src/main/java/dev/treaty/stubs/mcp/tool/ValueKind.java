package dev.treaty.stubs.mcp.tool;

import java.util.List;
import java.util.Map;

/** Which values an argument may have: as a JSON Schema for the assistant, and as the check that is made. */
public enum ValueKind {

    /** A text that is not empty. */
    TEXT("must be a text that is not blank") {
        @Override
        Map<String, Object> schema() {
            return Map.of("type", "string", "minLength", 1, "maxLength", LONGEST_TEXT);
        }

        @Override
        boolean accepts(Object value) {
            return value instanceof String text && !text.isBlank() && text.length() <= LONGEST_TEXT;
        }
    },

    /** A whole number from 1. */
    COUNT("must be a whole number from 1 to 1000000") {
        @Override
        Map<String, Object> schema() {
            return Map.of("type", "integer", "minimum", 1, "maximum", MOST);
        }

        @Override
        boolean accepts(Object value) {
            return isBetween(1, MOST, value);
        }
    },

    /** A status of HTTP (RFC 9110, section 15). */
    STATUS("must be a status of HTTP, from 200 to 599") {
        @Override
        Map<String, Object> schema() {
            return Map.of("type", "integer", "minimum", 200, "maximum", 599);
        }

        @Override
        boolean accepts(Object value) {
            return isBetween(200, 599, value);
        }
    },

    /** Texts, or lists of texts, by name. */
    HEADERS("must be an object with a text, or a list of texts, for each name") {
        @Override
        Map<String, Object> schema() {
            return Map.of(
                    "type",
                    "object",
                    "additionalProperties",
                    Map.of("type", List.of("string", "array"), "items", Map.of("type", "string")));
        }

        @Override
        boolean accepts(Object value) {
            return value instanceof Map<?, ?> headers
                    && headers.values().stream().allMatch(ValueKind::isTexts);
        }
    },

    /** A text, or JSON that is sent as its text. */
    BODY("must be a text, or a JSON object or list") {
        @Override
        Map<String, Object> schema() {
            return Map.of("type", List.of("string", "object", "array"));
        }

        @Override
        boolean accepts(Object value) {
            return value instanceof String || value instanceof Map || value instanceof List;
        }
    },

    /** Provider states: names with parameters. */
    STATES("must be a list of objects with a text \"name\" and an object \"params\" of texts, numbers and booleans") {
        @Override
        Map<String, Object> schema() {
            return Map.of("type", "array", "items", ProviderStates.SCHEMA);
        }

        @Override
        boolean accepts(Object value) {
            return value instanceof List<?> states && states.stream().allMatch(ProviderStates::isState);
        }
    };

    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST = 1_000_000;

    private final String rule;

    ValueKind(String rule) {
        this.rule = rule;
    }

    abstract Map<String, Object> schema();

    abstract boolean accepts(Object value);

    final String fault(Object value) {
        return accepts(value) ? "" : rule;
    }

    private static boolean isBetween(int least, int most, Object value) {
        return value instanceof Integer number && number >= least && number <= most;
    }

    private static boolean isTexts(Object value) {
        return value instanceof String
                || (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance));
    }
}
