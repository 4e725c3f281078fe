package dev.treaty.provider.workspaceservice;

import dev.treaty.provider.service.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The parameters of a provider state, as a contract gives them. */
record StateParameters(String state, Map<String, @Nullable Object> values) {

    private static final String WORKSPACE_IDS = "ws_";

    /**
     * A text.
     *
     * @throws Problem 422 {@code state-parameter-missing}
     */
    String text(String name) {
        return String.valueOf(given(name));
    }

    /** A text that the state may leave out. */
    Optional<String> optional(String name) {
        return Optional.ofNullable(values.get(name)).map(String::valueOf);
    }

    /**
     * A whole number.
     *
     * @throws Problem 422 {@code state-parameter-missing}
     */
    long number(String name) {
        return given(name) instanceof Number number ? number.longValue() : Long.parseLong(text(name));
    }

    /**
     * A list of texts.
     *
     * @throws Problem 422 {@code state-parameter-missing}
     */
    List<String> texts(String name) {
        return given(name) instanceof Collection<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of(text(name));
    }

    /** Every workspace that is named: by its id, or as the one that an owner has of a name. */
    List<String> workspaces(Handle handle) {
        var ids = new ArrayList<String>();
        values.keySet()
                .forEach(name -> texts(name).stream()
                        .filter(text -> text.startsWith(WORKSPACE_IDS))
                        .forEach(ids::add));
        if (values.containsKey("owner") && values.containsKey("name")) {
            find(handle).ifPresent(ids::add);
        }
        return ids;
    }

    private Optional<String> find(Handle handle) {
        return handle.createQuery("SELECT id FROM workspace WHERE owner = :owner AND name = :name")
                .bind("owner", text("owner"))
                .bind("name", text("name"))
                .mapTo(String.class)
                .findOne();
    }

    private Object given(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new Problem(422, "state-parameter-missing", "The state \"%s\" needs \"%s\"".formatted(state, name));
        }
        return value;
    }
}
