package dev.treaty.stubs.airtable.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.request.VendorRequest;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads what a client sent, or refuses it. */
public final class RequestBody {

    private RequestBody() {}

    /**
     * The body, a JSON object.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 422 if it is something else
     */
    public static ObjectNode of(VendorRequest request) {
        try {
            if (request.json() instanceof ObjectNode body) {
                return body;
            }
        } catch (UncheckedIOException e) {
            // as for JSON that is not an object
        }
        throw AirtableError.invalidRequest("the body must be a JSON object");
    }

    /**
     * The objects of a list; empty if it is missing.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 422 if one of them is something else
     */
    public static List<ObjectNode> objects(JsonNode body, String name) {
        var objects = new ArrayList<ObjectNode>();
        for (var element : body.path(name)) {
            if (!(element instanceof ObjectNode object)) {
                throw AirtableError.invalidRequest(name + " must be a list of objects");
            }
            objects.add(object);
        }
        return objects;
    }

    /**
     * An object in the body; empty if it is missing.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 422 if it is something else
     */
    public static ObjectNode object(ObjectNode body, String name) {
        var value = body.path(name);
        if (value instanceof ObjectNode object) {
            return object;
        }
        if (!value.isMissingNode()) {
            throw AirtableError.invalidRequest(name + " must be an object");
        }
        return body.objectNode();
    }
}
