package dev.treaty.stubs.sendgrid.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.Exchange;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The JSON body of a request. */
public final class RequestBody {

    private RequestBody() {}

    /**
     * The body, which is an object.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 400 if it is something else
     */
    public static ObjectNode object(Exchange exchange) {
        try {
            if (exchange.request().json() instanceof ObjectNode object) {
                return object;
            }
        } catch (UncheckedIOException e) {
            // as for what is not an object
        }
        throw SendGridError.badRequest("Bad Request: the body is not a JSON object");
    }

    /**
     * A text that must be there.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 400 if it is not
     */
    public static String text(ObjectNode body, String field, int longest) {
        var value = body.path(field);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw SendGridError.badRequest(field, field + " is required, and must be a text");
        }
        if (value.asText().length() > longest) {
            throw SendGridError.badRequest(field, "%s may have at most %d characters".formatted(field, longest));
        }
        return value.asText();
    }

    /**
     * E-mail addresses that must be there.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 400 if there are none, or if one is not an address
     */
    public static List<String> emails(ObjectNode body, String field) {
        var emails = new ArrayList<String>();
        for (JsonNode email : body.path(field)) {
            if (!EmailAddresses.isValid(email.asText())) {
                throw SendGridError.badRequest(field, "\"%s\" is not an e-mail address".formatted(email.asText()));
            }
            emails.add(email.asText());
        }
        if (emails.isEmpty()) {
            throw SendGridError.badRequest(field, field + " must have at least one e-mail address");
        }
        return emails;
    }
}
