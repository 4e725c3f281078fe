package dev.treaty.stubs.stripe.generic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.resource.ListQuery;
import dev.treaty.stubs.stripe.resource.ResourceKinds;
import dev.treaty.stubs.stripe.search.SearchPage;
import dev.treaty.stubs.stripe.surface.Operation;
import dev.treaty.stubs.stripe.surface.Surface;
import dev.treaty.stubs.vendor.VendorError;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Locale;
import java.util.Optional;

/** What an operation does if the data is all that is known about it. */
final class GenericResource {

    /** The id of the object below whose path an object was created. */
    private static final String PARENT = "_parent";

    private final Operation operation;
    private final String kind;
    private final Optional<ParentResource> parent;

    GenericResource(Operation operation) {
        this.operation = operation;
        kind = operation.kind();
        parent = ParentResource.of(operation);
    }

    ObjectNode list(StripeContext stripe, StripeRequest request) {
        var query = stripe.list(kind);
        parent.ifPresent(owner -> {
            owner.check(stripe, request);
            query.where(PARENT, owner.id(request));
        });
        ListFilters.apply(request.params(), query);
        hideThoseOfTestClocks(request, query);
        return query.page(request.params(), request.url());
    }

    /** Objects of a test clock are listed only if the list is restricted to the clock or to a customer. */
    private void hideThoseOfTestClocks(StripeRequest request, ListQuery query) {
        if (!request.has("test_clock")
                && !request.has("customer")
                && operation.parameter("test_clock").isPresent()) {
            query.matching(object -> !object.path("test_clock").isTextual());
        }
    }

    ObjectNode search(StripeContext stripe, StripeRequest request) {
        var segments = operation.path().split("/", -1);
        return SearchPage.of(stripe.list(kind), segments[segments.length - 2], request.params(), request.url());
    }

    ObjectNode create(StripeContext stripe, StripeRequest request) {
        parent.ifPresent(owner -> owner.check(stripe, request));
        var object = stripe.draft(kind, Json.object());
        GivenFields.copy(request.params(), object);
        chooseId(stripe, request, object);
        parent.ifPresent(owner -> {
            object.put(PARENT, owner.id(request));
            if (object.has(owner.kind())) {
                object.put(owner.kind(), owner.id(request));
            }
        });
        AccessFields.fill(stripe, object);
        return stripe.insert(object);
    }

    /** Some kinds let the client choose their id. */
    private void chooseId(StripeContext stripe, StripeRequest request, ObjectNode object) {
        if (!request.has("id") || !object.has("id")) {
            return;
        }
        var id = request.text("id");
        if (stripe.find(kind, id).isPresent()) {
            throw alreadyExists();
        }
        object.put("id", id);
    }

    private VendorError alreadyExists() {
        var title = kind.substring(0, 1).toUpperCase(Locale.ROOT)
                + kind.substring(1).replace('_', ' ');
        return StripeError.invalid(title + " already exists.")
                .code("resource_already_exists")
                .refusal();
    }

    ObjectNode retrieve(StripeContext stripe, StripeRequest request) {
        return load(stripe, request);
    }

    ObjectNode update(StripeContext stripe, StripeRequest request) {
        return change(stripe, request, load(stripe, request));
    }

    private static ObjectNode change(StripeContext stripe, StripeRequest request, ObjectNode before) {
        var after = before.deepCopy();
        GivenFields.copy(request.params(), after);
        return stripe.update(before, after);
    }

    ObjectNode delete(StripeContext stripe, StripeRequest request) {
        var object = load(stripe, request);
        return operation.isDeletion() ? stripe.delete(object) : removed(stripe, object);
    }

    /** Some deletions, such as that of a subscription, answer with the object. */
    private static ObjectNode removed(StripeContext stripe, ObjectNode object) {
        stripe.delete(object);
        return object;
    }

    ObjectNode singleton(StripeContext stripe, StripeRequest request) {
        parent.ifPresent(owner -> owner.check(stripe, request));
        var key = "stripe-singleton " + request.url();
        var object = stripe.world().value(key).orElseGet(() -> first(stripe, request));
        if (operation.verb().equals("POST")) {
            GivenFields.copy(request.params(), object);
            stripe.world().setValue(key, object);
        }
        return object;
    }

    private ObjectNode first(StripeContext stripe, StripeRequest request) {
        var object = stripe.draft(kind, Json.object());
        if (!Surface.get().object(kind).flatMap(shape -> shape.field("id")).isPresent()) {
            object.remove("id");
        }
        if (kind.equals("account")) {
            object.put("id", stripe.accountId());
        }
        parent.filter(owner -> object.has(owner.kind()))
                .ifPresent(owner -> object.put(owner.kind(), owner.id(request)));
        return object;
    }

    /** An action on an object of the same kind changes what the parameters say; another one answers with a new object. */
    ObjectNode act(StripeContext stripe, StripeRequest request) {
        var owner = parent.filter(actedOn -> actedOn.kind().equals(kind));
        if (owner.isEmpty()) {
            return create(stripe, request);
        }
        return change(stripe, request, stripe.load(kind, owner.get().id(request)));
    }

    private ObjectNode load(StripeContext stripe, StripeRequest request) {
        parent.ifPresent(owner -> owner.check(stripe, request));
        var id = request.id();
        if (parent.isEmpty()) {
            return stripe.load(kind, id);
        }
        return stripe.find(kind, id)
                .filter(object ->
                        object.path(PARENT).asText().equals(parent.get().id(request)))
                .orElseThrow(
                        () -> StripeError.invalid(404, ResourceKinds.of(kind).noSuch(id))
                                .code("resource_missing")
                                .param("id")
                                .refusal()
                                .ofUnknownId(id));
    }
}
