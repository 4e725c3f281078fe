package dev.treaty.provider.workspaceservice;

import dev.treaty.provider.service.problems.PlatformProblems;
import dev.treaty.provider.service.problems.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The parameters of a provider state in a contract. */
record StateParameters(String state, Map<String, @Nullable Object> values) {

    private static final String WORKSPACE_IDS = "ws_";

    /**
     * A string.
     *
     * @throws Problem 422 {@code invalid-state}
     */
    String text(String name) {
        return String.valueOf(given(name));
    }

    /** A string that the state may leave out. */
    Optional<String> optional(String name) {
        return Optional.ofNullable(values.get(name)).map(String::valueOf);
    }

    /**
     * A whole number.
     *
     * @throws Problem 422 {@code invalid-state}
     */
    long number(String name) {
        return given(name) instanceof Number number ? number.longValue() : Long.parseLong(text(name));
    }

    /**
     * A list of strings.
     *
     * @throws Problem 422 {@code invalid-state}
     */
    List<String> texts(String name) {
        return given(name) instanceof Collection<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of(text(name));
    }

    /** The ids of all workspaces that the parameters name, by id or by owner and name. */
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
            throw PlatformProblems.invalidState("The state \"%s\" needs \"%s\"".formatted(state, name));
        }
        return value;
    }
}
