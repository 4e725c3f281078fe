package dev.treaty.stubs.stripe.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The lines that are in an invoice itself: only the first. The others are in its list of lines.
 *
 * @see <a href="https://docs.stripe.com/api/invoice-line-item/retrieve">Stripe, retrieve an invoice's line items</a>
 */
final class EmbeddedLines {

    private static final int MOST = 10;

    private EmbeddedLines() {}

    /** Whether an object is an invoice with more lines than it shows; a preview has no list of its own. */
    static boolean areLeftOut(JsonNode object) {
        return object.path("object").asText().equals("invoice")
                && object.path("id").asText().startsWith("in_")
                && object.path("lines").path("data").size() > MOST;
    }

    /** Removes the lines that an invoice does not show. */
    static void leaveOut(ObjectNode invoice) {
        var page = (ObjectNode) invoice.path("lines");
        var lines = (ArrayNode) page.path("data");
        while (lines.size() > MOST) {
            lines.remove(lines.size() - 1);
        }
        page.put("has_more", true);
    }
}
