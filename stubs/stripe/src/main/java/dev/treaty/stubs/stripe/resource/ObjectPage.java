package dev.treaty.stubs.stripe.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of objects that another one has, such as the lines of an invoice, in their own order.
 *
 * @see <a href="https://docs.stripe.com/api/pagination">Stripe, pagination</a>
 */
public final class ObjectPage {

    private ObjectPage() {}

    /**
     * One page, as the parameters {@code limit}, {@code starting_after} and {@code ending_before} say.
     *
     * @param kind of the objects, e.g. {@code "line_item"}
     * @param url of the list
     * @throws dev.treaty.stubs.vendor.VendorError 400 if the cursor is not one of them
     */
    public static ObjectNode of(JsonNode objects, String kind, ObjectNode params, String url) {
        var all = new ArrayList<JsonNode>();
        objects.forEach(all::add);
        var limit = PageLimit.ofList(params);
        var backwards = params.has("ending_before");
        var cursor = position(all, kind, params, backwards ? "ending_before" : "starting_after");
        var from = backwards ? Math.max(0, cursor - limit) : cursor + 1;
        var to = backwards ? cursor : Math.min(all.size(), from + limit);
        var page = Skeleton.page(url).put("has_more", backwards ? from > 0 : to < all.size());
        all.subList(from, to).forEach(object -> page.withArray("data").add(object.deepCopy()));
        return page;
    }

    /** -1 without a cursor. */
    private static int position(List<JsonNode> all, String kind, ObjectNode params, String cursor) {
        var id = params.path(cursor).asText("");
        if (id.isEmpty()) {
            return -1;
        }
        for (var i = 0; i < all.size(); i++) {
            if (all.get(i).path("id").asText().equals(id)) {
                return i;
            }
        }
        throw StripeError.invalid(ResourceKinds.of(kind).noSuch(id))
                .code("resource_missing")
                .param(cursor)
                .refusal();
    }
}
