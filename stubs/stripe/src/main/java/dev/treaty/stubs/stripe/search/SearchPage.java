package dev.treaty.stubs.stripe.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.resource.ListQuery;
import dev.treaty.stubs.stripe.resource.PageLimit;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A page of what was searched for. Unlike Stripe, which needs up to a minute, it has everything that was written before. */
public final class SearchPage {

    private SearchPage() {}

    /**
     * One page.
     *
     * @param all the objects of the resource
     * @param resource as in paths, e.g. {@code "customers"}
     * @param url e.g. {@code "/v1/customers/search"}
     */
    public static ObjectNode of(ListQuery all, String resource, ObjectNode params, String url) {
        var query = SearchQuery.parse(resource, params.path("query").asText());
        query.required(all.indexes()).ifPresent(required -> all.where(required.field(), required.value()));
        var limit = PageLimit.ofSearch(params);
        var found = all.matching(query::matches).after(cursor(params)).stream()
                .limit(limit + 1L)
                .toList();
        var more = found.size() > limit;
        var data = more ? found.subList(0, limit) : found;
        var page = Json.object().put("object", "search_result");
        page.putArray("data").addAll(data);
        page.put("has_more", more);
        page.put("next_page", more ? token(data.get(limit - 1).path("id").asText()) : null);
        addCount(params, page, all, query);
        return page.put("url", url);
    }

    private static void addCount(ObjectNode params, ObjectNode page, ListQuery all, SearchQuery query) {
        for (var path : params.path("expand")) {
            if (path.asText().equals("total_count")) {
                page.put(
                        "total_count",
                        all.after(null).stream().filter(query::matches).count());
            }
        }
    }

    private static String token(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("after " + id).getBytes(UTF_8));
    }

    private static @Nullable String cursor(ObjectNode params) {
        if (!params.has("page")) {
            return null;
        }
        var page = params.path("page").asText();
        try {
            var text = new String(Base64.getUrlDecoder().decode(page), UTF_8);
            if (text.startsWith("after ")) {
                return text.substring("after ".length());
            }
        } catch (IllegalArgumentException e) {
            // as for other invalid pages
        }
        throw StripeError.invalid(page + " is an invalid page.").param(page).refusal();
    }
}
