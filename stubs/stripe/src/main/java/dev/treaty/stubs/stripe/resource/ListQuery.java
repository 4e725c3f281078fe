package dev.treaty.stubs.stripe.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.vendor.VendorError;
import dev.treaty.stubs.vendor.world.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list of objects, the newest first. A page costs the same however many objects there are, as long as most of those that have the
 * indexed field match the conditions.
 *
 * @see <a href="https://docs.stripe.com/api/pagination">Stripe, pagination</a>
 */
public final class ListQuery {

    private final World world;
    private final ResourceKind kind;
    private @Nullable String field;
    private @Nullable String value;
    private @Nullable String after;
    private Predicate<ObjectNode> condition = object -> true;

    /** All objects of a kind. */
    public ListQuery(World world, ResourceKind kind) {
        this.world = world;
        this.kind = kind;
    }

    /** Only those whose field has this value. The first such field that the kind has an index for is used to find them. */
    public ListQuery where(String name, String expected) {
        if (field == null && kind.stored().indexes().contains(name)) {
            field = name;
            value = expected;
            return this;
        }
        return matching(object -> object.path(name).asText().equals(expected));
    }

    /** Only those that a condition accepts. */
    public ListQuery matching(Predicate<ObjectNode> further) {
        condition = condition.and(further);
        return this;
    }

    /** Only those after the one with this id; null for all. */
    public ListQuery after(@Nullable String id) {
        after = id;
        return this;
    }

    /** The fields by which objects are found without reading others. */
    public Set<String> indexes() {
        return Set.copyOf(kind.stored().indexes());
    }

    /** All of them, the newest first, read as they are needed; nothing may be kept or removed meanwhile. */
    public Stream<ObjectNode> stream() {
        return world.objects(kind.stored()).list(field, value, true, after).filter(condition);
    }

    /** All of them, the newest first. */
    public List<ObjectNode> all() {
        return stream().toList();
    }

    /**
     * One page, as the parameters {@code limit}, {@code starting_after} and {@code ending_before} say.
     *
     * @param url of the list, e.g. {@code "/v1/customers"}
     */
    public ObjectNode page(ObjectNode params, String url) {
        var limit = PageLimit.ofList(params);
        var backwards = params.has("ending_before");
        if (backwards && params.has("starting_after")) {
            refuseBoth(params);
        }
        var cursor = backwards ? "ending_before" : "starting_after";
        var from = params.path(cursor).textValue();
        var found = new ArrayList<>(
                objects(!backwards, from, cursor).limit(limit + 1L).toList());
        var more = found.size() > limit;
        if (more) {
            found.remove(limit);
        }
        if (backwards) {
            Collections.reverse(found);
        }
        var page = Skeleton.page(url).put("has_more", more);
        page.withArray("data").addAll(found);
        return page;
    }

    private void refuseBoth(ObjectNode params) {
        for (var cursor : List.of("starting_after", "ending_before")) {
            var id = params.path(cursor).asText();
            if (world.objects(kind.stored()).find(id).isEmpty()) {
                throw noSuchCursor(cursor, id);
            }
        }
        throw StripeError.invalid("Received both starting_after and ending_before parameters. Please pass in only one.")
                .refusal();
    }

    private VendorError noSuchCursor(String cursor, String id) {
        return StripeError.invalid(kind.noSuch(id))
                .code("resource_missing")
                .param(cursor)
                .refusal();
    }

    private Stream<ObjectNode> objects(boolean newestFirst, @Nullable String from, String cursor) {
        try {
            return world.objects(kind.stored())
                    .list(field, value, newestFirst, from)
                    .filter(condition);
        } catch (NoSuchElementException e) {
            throw noSuchCursor(cursor, String.valueOf(from));
        }
    }
}
