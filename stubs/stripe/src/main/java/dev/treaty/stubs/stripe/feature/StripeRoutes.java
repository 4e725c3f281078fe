package dev.treaty.stubs.stripe.feature;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.resource.ResourceHooks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the parts of the replay answer, and what they do later. The last to register a route wins. */
public final class StripeRoutes implements ResourceHooks<StripeContext> {

    private final Map<String, Answer> handlers = new LinkedHashMap<>();
    private final Map<String, StripePage> pages = new LinkedHashMap<>();
    private final Map<String, StripeAction> actions = new HashMap<>();
    private final Map<String, List<Consumer<ObjectNode>>> defaults = new HashMap<>();
    private final Map<String, Include> includes = new HashMap<>();
    private final Map<String, List<DeletionListener>> deletionListeners = new HashMap<>();
    private final Map<String, List<EventListener>> eventListeners = new HashMap<>();
    private final Set<String> simulated = new HashSet<>();

    /**
     * Answers an operation of the data.
     *
     * @param route e.g. {@code "POST /v1/payment_intents/{id}/capture"}; the names of parameters are those of the data
     */
    public StripeRoutes on(String route, StripeHandler handler) {
        return on(new Answer(route, handler, true, null, null));
    }

    private StripeRoutes on(Answer answer) {
        handlers.put(normalized(answer.route), answer);
        return this;
    }

    /**
     * Answers an operation with the object that its path names.
     *
     * @param kind of the object
     * @param otherwise answers if the object does not exist, or must be changed before it is answered
     */
    public StripeRoutes retrieve(String route, String kind, StripeHandler otherwise) {
        return on(new Answer(route, otherwise, true, kind, null));
    }

    /**
     * Answers an operation with a new object, as it is kept.
     *
     * @param kind of the object
     */
    public StripeRoutes create(String route, String kind, StripeHandler handler) {
        return on(new Answer(route, handler, true, null, kind));
    }

    /**
     * Answers an operation unless something else does.
     *
     * @param simulated whether it behaves as Stripe's; otherwise its responses say so
     * @param retrieved the kind of object that the path names, if the operation is to {@linkplain #retrieve retrieve} it; otherwise null
     * @param created the kind of object that the operation creates, and answers with as it is kept; otherwise null
     */
    public StripeRoutes generic(
            String route,
            StripeHandler handler,
            boolean simulated,
            @Nullable String retrieved,
            @Nullable String created) {
        handlers.putIfAbsent(normalized(route), new Answer(route, handler, simulated, retrieved, created));
        return this;
    }

    private static String normalized(String route) {
        return route.replaceAll("\\{[^}]*\\}", "{}");
    }

    /**
     * Answers requests of browsers, which have no key.
     *
     * @param route e.g. {@code "GET /3ds/{id}"}; its URL is {@link StripeContext#pageUrl}
     */
    public StripeRoutes page(String route, StripePage page) {
        pages.put(route, page);
        return this;
    }

    /**
     * Does something later.
     *
     * @param action as it is scheduled, e.g. {@code "invoice.finalize"}
     */
    public StripeRoutes due(String action, StripeAction whatToDo) {
        actions.put(action, whatToDo);
        return this;
    }

    /** Completes the skeleton of each new object of a kind, before the given fields are set. */
    public StripeRoutes defaults(String kind, Consumer<ObjectNode> completion) {
        defaults.computeIfAbsent(kind, key -> new ArrayList<>()).add(completion);
        return this;
    }

    /**
     * Adds a field that a response has only if it is asked to expand it, such as {@code refunds} of a charge.
     *
     * @param kind e.g. {@code "charge"}
     */
    public StripeRoutes include(String kind, String field, Include include) {
        includes.put(kind + " " + field, include);
        return this;
    }

    /** Does what follows when an object of a kind is deleted, e.g. cancels the subscriptions of a customer. */
    public StripeRoutes whenDeleted(String kind, DeletionListener listener) {
        deletionListeners.computeIfAbsent(kind, key -> new ArrayList<>()).add(listener);
        return this;
    }

    /**
     * Does what follows from an event, e.g. has an invoice paid when its PaymentIntent has succeeded.
     *
     * @param type e.g. {@code "payment_intent.succeeded"}
     */
    public StripeRoutes whenEmitted(String type, EventListener listener) {
        eventListeners.computeIfAbsent(type, key -> new ArrayList<>()).add(listener);
        return this;
    }

    /** Says that the generic operations are all there is to a kind, so that their responses need no warning. */
    public StripeRoutes simulates(String... kinds) {
        simulated.addAll(List.of(kinds));
        return this;
    }

    /** Whether generic operations of a kind behave as Stripe's. */
    public boolean isSimulated(String kind) {
        return simulated.contains(kind);
    }

    /**
     * What answers an operation.
     *
     * @throws IllegalArgumentException if nothing does
     */
    public Answer answer(String route) {
        var answer = handlers.get(normalized(route));
        if (answer == null) {
            throw new IllegalArgumentException(route);
        }
        return answer;
    }

    /** What answers operations. */
    public Collection<Answer> answers() {
        return Collections.unmodifiableCollection(handlers.values());
    }

    /** The pages by route. */
    public Map<String, StripePage> pages() {
        return Collections.unmodifiableMap(pages);
    }

    /** What is done later, by its name. */
    public Map<String, StripeAction> actions() {
        return Collections.unmodifiableMap(actions);
    }

    @Override
    public void complete(String kind, ObjectNode skeleton) {
        defaults.getOrDefault(kind, List.of()).forEach(completion -> completion.accept(skeleton));
    }

    @Override
    public Optional<JsonNode> include(StripeContext stripe, ObjectNode object, String field) {
        return Optional.ofNullable(includes.get(object.path("object").asText() + " " + field))
                .map(include -> include.of(stripe, object));
    }

    @Override
    public void deleted(StripeContext stripe, ObjectNode object) {
        deletionListeners
                .getOrDefault(object.path("object").asText(), List.of())
                .forEach(listener -> listener.deleted(stripe, object));
    }

    @Override
    public void emitted(StripeContext stripe, String type, ObjectNode object) {
        eventListeners.getOrDefault(type, List.of()).forEach(listener -> listener.emitted(stripe, object));
    }

    /**
     * What answers an operation.
     *
     * @param route e.g. {@code "POST /v1/customers/{id}"}
     * @param simulated whether it behaves as Stripe's
     * @param retrieved the kind of object that is answered as it is kept, if its path names one; null if there is more to do
     * @param created the kind of a new object that is answered as it is kept; null if there is more to do
     */
    public record Answer(
            String route,
            StripeHandler handler,
            boolean simulated,
            @Nullable String retrieved,
            @Nullable String created) {

        /** The response's body, if it need not be made. */
        public Optional<byte[]> kept(StripeContext stripe, StripeRequest request) {
            return retrieved == null ? Optional.empty() : stripe.visibleJson(retrieved, request.id());
        }

        /** The response's body after the handler has answered, if it need not be written again. */
        public Optional<byte[]> keptNow(StripeContext stripe, ObjectNode answered) {
            return created == null
                    ? Optional.empty()
                    : stripe.visibleJson(created, answered.path("id").asText());
        }
    }

    /** Makes a field that a response has only on demand. */
    @FunctionalInterface
    public interface Include {

        /** The field's value for an object. */
        JsonNode of(StripeContext stripe, ObjectNode object);
    }

    /** Does what follows a deletion. */
    @FunctionalInterface
    public interface DeletionListener {

        /**
         * Does it.
         *
         * @param object as it was
         */
        void deleted(StripeContext stripe, ObjectNode object);
    }

    /** Does what follows from an event. */
    @FunctionalInterface
    public interface EventListener {

        /**
         * Does it, after the event was noted.
         *
         * @param object that the event is about
         */
        void emitted(StripeContext stripe, ObjectNode object);
    }
}
