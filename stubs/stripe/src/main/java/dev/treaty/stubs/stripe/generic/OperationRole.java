package dev.treaty.stubs.stripe.generic;

import dev.treaty.stubs.stripe.surface.Operation;
import dev.treaty.stubs.stripe.surface.Surface;

/** What an operation does to a resource, as its path and method say. */
enum OperationRole {
    LIST,
    SEARCH,
    CREATE,
    RETRIEVE,
    UPDATE,
    DELETE,
    /** Reads or changes the one object of its kind, such as the balance. */
    SINGLETON,
    /** Anything else. */
    ACTION;

    static OperationRole of(Operation operation) {
        if (operation.isList()) {
            return LIST;
        }
        if (operation.isSearch()) {
            return SEARCH;
        }
        var ofOne = operation.path().endsWith("}");
        return switch (operation.verb()) {
            case "DELETE" -> ofOne ? DELETE : ACTION;
            case "GET" -> ofOne ? RETRIEVE : SINGLETON;
            default -> {
                if (ofOne) {
                    yield UPDATE;
                }
                yield post(operation);
            }
        };
    }

    private static OperationRole post(Operation operation) {
        var read = Surface.get().operation("GET " + operation.path());
        if (read.isPresent() && !read.get().isList()) {
            return SINGLETON;
        }
        var collection = read.isPresent()
                || Surface.get().operation("GET " + operation.path() + "/{id}").isPresent()
                || operation.method().startsWith("create");
        return collection || !operation.path().contains("{") ? CREATE : ACTION;
    }
}
