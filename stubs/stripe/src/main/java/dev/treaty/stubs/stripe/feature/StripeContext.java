package dev.treaty.stubs.stripe.feature;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.event.EventCause;
import dev.treaty.stubs.stripe.event.EventLog;
import dev.treaty.stubs.stripe.event.PreviousAttributes;
import dev.treaty.stubs.stripe.resource.Ids;
import dev.treaty.stubs.stripe.resource.ListQuery;
import dev.treaty.stubs.stripe.resource.ResourceHooks;
import dev.treaty.stubs.stripe.resource.ResourceKinds;
import dev.treaty.stubs.stripe.resource.Skeleton;
import dev.treaty.stubs.stripe.resource.VisibleFields;
import dev.treaty.stubs.stripe.surface.Shape;
import dev.treaty.stubs.stripe.surface.Surface;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.ObjectTable;
import dev.treaty.stubs.vendor.world.World;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One account while a request is answered, or while something due is done. */
public final class StripeContext {

    private static final String RESERVED = "stripe-next-id-";
    private static final String ADDRESS = "stripe-client";
    private static final ObjectKind TOMBSTONES = new ObjectKind("treaty-deleted", "id", List.of(), 100_000);

    private final World world;
    private final ResourceHooks<StripeContext> hooks;
    private final List<URI> webhooks;
    private final EventCause cause;
    private final Instant now;
    private final @Nullable ClientAddress address;

    private StripeContext(
            World world,
            ResourceHooks<StripeContext> hooks,
            List<URI> webhooks,
            EventCause cause,
            Instant now,
            @Nullable ClientAddress address) {
        this.world = world;
        this.hooks = hooks;
        this.webhooks = webhooks;
        this.cause = cause;
        this.now = now;
        this.address = address;
    }

    /**
     * An account at its world's time.
     *
     * @param webhooks where events are sent in addition to what the account registers
     */
    static StripeContext of(World world, ResourceHooks<StripeContext> hooks, List<URI> webhooks, EventCause cause) {
        return new StripeContext(world, hooks, webhooks, cause, world.now(), null);
    }

    /** The same account at another time, such as that of a test clock: new objects and events carry it. */
    public StripeContext at(Instant time) {
        return new StripeContext(world, hooks, webhooks, cause, time, address);
    }

    /** Objects of other kinds than Stripe's, values, and what is due. */
    public World world() {
        return world;
    }

    /** Seconds since 1970. */
    public long now() {
        return now.getEpochSecond();
    }

    /** The time that {@link #now} is in seconds. */
    public Instant instant() {
        return now;
    }

    /** The same account, reached by a client. */
    public StripeContext reachedAt(ClientAddress client) {
        return new StripeContext(world, hooks, webhooks, cause, now, client);
    }

    /** Has what is done later refer to the address at which a client has reached the account now. */
    public void keepAddress() {
        world.setText(ADDRESS, address().toText());
    }

    /** Where the account's clients reach the replay, without a slash at the end. */
    public String baseUrl() {
        return address().baseUrl();
    }

    /** The id of the account, e.g. {@code "acct_1Nv0FGQ9RKHgCVdK"}. */
    public String accountId() {
        return address().account();
    }

    private ClientAddress address() {
        return address == null ? world.text(ADDRESS).map(ClientAddress::of).orElse(ClientAddress.UNKNOWN) : address;
    }

    /**
     * The URL of a page, see {@link StripeRoutes#page}.
     *
     * @param path e.g. {@code "/3ds/pi_42"}
     */
    public String pageUrl(String path) {
        return baseUrl() + StripePaths.PAGES + accountId() + path;
    }

    /** A new id, e.g. {@code "cus_…"} for a customer. */
    public String newId(String kind) {
        var reserved = world.value(RESERVED + kind);
        reserved.ifPresent(id -> world.setValue(RESERVED + kind, null));
        return reserved.map(id -> id.path("id").asText()).orElseGet(() -> Ids.next(ResourceKinds.of(kind)));
    }

    /** Has the next object of a kind get this id, which no other object has afterwards. */
    public void reserveId(String kind, String id) {
        world.objects(ResourceKinds.of(kind).stored()).remove(id);
        world.setValue(RESERVED + kind, Json.object().put("id", id));
    }

    /**
     * A new object that is not kept yet: the skeleton of the data, an id, the time, the defaults of its kind, and the given fields.
     */
    public ObjectNode draft(String kind, ObjectNode fields) {
        var object = Skeleton.of(kind);
        if (object.has("id")) {
            object.put("id", newId(kind));
        }
        if (object.has("created")) {
            object.put("created", now());
        }
        hooks.complete(kind, object);
        fields.properties()
                .forEach(field -> object.set(field.getKey(), field.getValue().deepCopy()));
        return object;
    }

    /** Keeps a new object, and emits its {@code created} event if Stripe has one. */
    public ObjectNode create(String kind, ObjectNode fields) {
        return insert(draft(kind, fields));
    }

    /** Keeps a {@linkplain #draft draft}, and emits its {@code created} event if Stripe has one. */
    public ObjectNode insert(ObjectNode draft) {
        var shown = draft.has("id") ? kept(draft) : VisibleFields.in(draft);
        EventLog.type(draft.path("object").asText(), "created").ifPresent(type -> emitted(type, shown, draft));
        return draft;
    }

    /** The object with this id. */
    public Optional<ObjectNode> find(String kind, String id) {
        return world.objects(ResourceKinds.of(kind).stored()).find(id);
    }

    /** The object with this id as JSON, if clients see all of it; it need not be read then, because it was kept as it is answered. */
    Optional<byte[]> visibleJson(String kind, String id) {
        return world.objects(ResourceKinds.of(kind).stored()).json(id).filter(VisibleFields::areAll);
    }

    /** The object with this id, or what Stripe still knows of it after it was deleted. */
    public Optional<ObjectNode> findEvenIfDeleted(String kind, String id) {
        return find(kind, id).or(() -> world.objects(TOMBSTONES).find(id));
    }

    /**
     * The object that a path names.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 404 {@code resource_missing} if it does not exist
     */
    public ObjectNode load(String kind, String id) {
        return find(kind, id).orElseThrow(() -> {
            var missing = ResourceKinds.of(kind);
            return StripeError.invalid(404, missing.noSuch(id))
                    .code("resource_missing")
                    .param(missing.pathParam())
                    .refusal()
                    .ofUnknownId(id);
        });
    }

    /**
     * The object that a parameter names.
     *
     * @param param as errors name it, e.g. {@code "items[0][price]"}
     * @throws dev.treaty.stubs.vendor.VendorError 400 {@code resource_missing} if it does not exist
     */
    public ObjectNode load(String kind, String id, String param) {
        return find(kind, id)
                .orElseThrow(() -> StripeError.invalid(ResourceKinds.of(kind).noSuch(id))
                        .code("resource_missing")
                        .param(param)
                        .refusal()
                        .ofUnknownId(id));
    }

    /**
     * The object below whose path something else is looked for; errors call it by its kind.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 404 {@code resource_missing} if it does not exist
     */
    public ObjectNode loadParent(String kind, String id) {
        return find(kind, id)
                .orElseThrow(
                        () -> StripeError.invalid(404, ResourceKinds.of(kind).noSuch(id))
                                .code("resource_missing")
                                .param(kind.substring(kind.lastIndexOf('.') + 1))
                                .refusal()
                                .ofUnknownId(id));
    }

    /** Keeps an object as it is, without an event. */
    public void save(ObjectNode object) {
        table(object).put(object);
    }

    private ObjectTable table(ObjectNode object) {
        return world.objects(ResourceKinds.of(object.path("object").asText()).stored());
    }

    /**
     * Keeps a changed object, and emits its {@code updated} event with the previous attributes, if anything that clients see has changed.
     */
    public ObjectNode update(ObjectNode before, ObjectNode after) {
        save(after);
        var previous = PreviousAttributes.of(before, after);
        if (!previous.isEmpty()) {
            EventLog.type(after.path("object").asText(), "updated")
                    .ifPresent(type -> events().emit(type, VisibleFields.in(after), previous));
        }
        return after;
    }

    /** Removes an object, does what follows from that, and emits its {@code deleted} event. */
    public ObjectNode delete(ObjectNode object) {
        var kind = object.path("object").asText();
        var id = object.path("id").asText();
        hooks.deleted(this, object);
        world.objects(ResourceKinds.of(kind).stored()).remove(id);
        EventLog.type(kind, "deleted").ifPresent(type -> emit(type, object));
        var deleted = Json.object().put("id", id).put("object", kind).put("deleted", true);
        surface()
                .object(kind + ".deleted")
                .ifPresent(shape -> shape.fields().keySet().stream()
                        .filter(field -> !deleted.has(field) && object.has(field))
                        .forEach(field -> deleted.set(field, object.path(field))));
        world.objects(TOMBSTONES).put(deleted);
        return deleted;
    }

    /** A field that a response has only on demand; empty if nothing is known about it. */
    Optional<JsonNode> include(ObjectNode object, String field) {
        var kind = object.path("object").asText();
        var included = hooks.include(this, object, field);
        if (included.isPresent()) {
            return included;
        }
        return surface()
                .object(kind)
                .flatMap(shape -> shape.field(field))
                .filter(shape -> shape.type() == Shape.Type.PAGE)
                .map(shape -> Skeleton.page(
                        "/v1/%ss/%s/%s".formatted(kind, object.path("id").asText(), field)));
    }

    /** Emits an event, e.g. {@code "payment_intent.succeeded"}, about an object as it is now. */
    public void emit(String type, ObjectNode object) {
        emitted(type, VisibleFields.in(object), object);
    }

    private void emitted(String type, JsonNode shown, ObjectNode object) {
        events().emit(type, shown, null);
        hooks.emitted(this, type, object);
    }

    /** Emits an event with what changed as its {@code previous_attributes}. */
    public void emit(String type, ObjectNode before, ObjectNode after) {
        events().emit(type, VisibleFields.in(after), PreviousAttributes.of(before, after));
    }

    /** Keeps a new object, and returns what clients see of it, without writing it a second time if they see all of it. */
    private JsonNode kept(ObjectNode draft) {
        var json = table(draft).put(draft);
        return VisibleFields.areAll(json) ? Json.written(json) : VisibleFields.in(draft);
    }

    private EventLog events() {
        return new EventLog(world, now(), cause, webhooks);
    }

    /** A list of objects of a kind, the newest first. */
    public ListQuery list(String kind) {
        return new ListQuery(world, ResourceKinds.of(kind));
    }

    /**
     * Has something done later.
     *
     * @param action as it is registered with {@link StripeRoutes#due}
     * @return a handle to {@linkplain #cancel cancel} it
     */
    public String schedule(Instant at, String action, ObjectNode data) {
        return world.due().schedule(at, action, data);
    }

    /** Has something not done that was scheduled. */
    public void cancel(String handle) {
        world.due().cancel(handle);
    }

    /** What is known about Stripe's API. */
    public Surface surface() {
        return Surface.get();
    }
}
