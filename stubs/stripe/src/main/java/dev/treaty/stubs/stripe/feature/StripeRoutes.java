package dev.treaty.stubs.stripe.feature;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What the parts of the replay answer, and what they do later. The last to register a route wins. */
public final class StripeRoutes {

    private final Map<String, StripeHandler> handlers = new LinkedHashMap<>();
    private final Map<String, StripePage> pages = new LinkedHashMap<>();
    private final Map<String, StripeAction> actions = new HashMap<>();
    private final Map<String, List<Consumer<ObjectNode>>> defaults = new HashMap<>();

    /**
     * Answers an operation of the data.
     *
     * @param route e.g. {@code "POST /v1/payment_intents/{id}/capture"}; the names of parameters are those of the data
     */
    public StripeRoutes on(String route, StripeHandler handler) {
        handlers.put(route, handler);
        return this;
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

    /** The handlers by route. */
    public Map<String, StripeHandler> handlers() {
        return Collections.unmodifiableMap(handlers);
    }

    /** The pages by route. */
    public Map<String, StripePage> pages() {
        return Collections.unmodifiableMap(pages);
    }

    /** What is done later, by its name. */
    public Map<String, StripeAction> actions() {
        return Collections.unmodifiableMap(actions);
    }

    /** Completes the skeleton of a new object. */
    void complete(String kind, ObjectNode skeleton) {
        defaults.getOrDefault(kind, List.of()).forEach(completion -> completion.accept(skeleton));
    }
}
