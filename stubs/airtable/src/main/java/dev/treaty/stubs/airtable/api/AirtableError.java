package dev.treaty.stubs.airtable.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.VendorError;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Map;

/**
 * Airtable's refusals. Most are {@code {"error": {"type", "message"}}}; what does not exist is {@code {"error": "NOT_FOUND"}}.
 *
 * @see <a href="https://airtable.com/developers/web/api/errors">Airtable, errors</a>
 */
public final class AirtableError {

    private static final String NOT_COVERED = "Treaty-Not-Covered";
    private static final String INVALID_REQUEST = "INVALID_REQUEST_UNKNOWN";
    private static final int UNPROCESSABLE = 422;

    private AirtableError() {}

    /** The token is missing, or is none (401). */
    public static VendorError unauthorized() {
        return of(401, "AUTHENTICATION_REQUIRED", "Authentication required");
    }

    /**
     * There is no such base or table, or the token may not see it, which Airtable does not tell apart (403).
     *
     * @param id that nobody created; a contract may name it
     */
    public static VendorError noSuchModel(String id) {
        return forbidden().ofUnknownId(id);
    }

    /** The token may not do this (403). */
    public static VendorError forbidden() {
        return of(
                403,
                "INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND",
                "Invalid permissions, or the requested model was not found. Check that both your user and your token have"
                        + " the required permissions, and that the model names and/or ids are correct.");
    }

    /**
     * There is no such record, or no such webhook (404).
     *
     * @param id that nobody created; a contract may name it
     */
    public static VendorError notFound(String id) {
        return new VendorError(notFound()).ofUnknownId(id);
    }

    /** There is nothing (404). */
    public static StubResponse notFound() {
        return json(404, Json.object().put("error", "NOT_FOUND"));
    }

    /** The request is not what the API expects (422). */
    public static VendorError invalidRequest(String message) {
        return of(UNPROCESSABLE, INVALID_REQUEST, "Invalid request: " + message);
    }

    /** A table has no field with this name or id (422). */
    public static VendorError unknownField(String field) {
        return of(UNPROCESSABLE, "UNKNOWN_FIELD_NAME", "Unknown field name: \"%s\"".formatted(field));
    }

    /** A field cannot hold this value (422). */
    public static VendorError invalidValue(String field, String reason) {
        return of(
                UNPROCESSABLE,
                "INVALID_VALUE_FOR_COLUMN",
                "Field \"%s\" cannot accept the provided value: %s".formatted(field, reason));
    }

    /** A select has no such choice, and only typecast may add one (422). */
    public static VendorError unknownChoice(String choice) {
        return of(
                UNPROCESSABLE,
                "INVALID_MULTIPLE_CHOICE_OPTIONS",
                "Insufficient permissions to create new select option \"%s\"".formatted(choice));
    }

    /** A record that is to be changed does not exist (422). */
    public static VendorError noSuchRow(String id) {
        return of(UNPROCESSABLE, "ROW_DOES_NOT_EXIST", "Record ID %s does not exist in this table".formatted(id));
    }

    /**
     * The API can do this, and the replay cannot: refused instead of guessed.
     *
     * @param what e.g. {@code "field type formula"}
     */
    public static VendorError notCovered(String what) {
        return of(UNPROCESSABLE, INVALID_REQUEST, "The replay of Airtable does not cover this: " + what)
                .withHeader(NOT_COVERED, what);
    }

    /** Too many requests: nothing is answered for the next 30 seconds (429). */
    public static StubResponse tooManyRequests() {
        return response(429, "RATE_LIMIT_REACHED", "Rate limit exceeded. Please try again later");
    }

    /** An error of this status and type. */
    public static VendorError of(int status, String type, String message) {
        return new VendorError(response(status, type, message));
    }

    /** An error of this status and type, as a response. */
    public static StubResponse response(int status, String type, String message) {
        var body = Json.object();
        body.putObject("error").put("type", type).put("message", message);
        return json(status, body);
    }

    /** A response with JSON. */
    public static StubResponse json(int status, ObjectNode body) {
        return StubResponse.of(status, Map.of("Content-Type", "application/json; charset=utf-8"), Json.bytes(body));
    }
}
