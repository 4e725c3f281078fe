package dev.treaty.provider.environmentcloner.operations;

import java.util.List;
import java.util.OptionalLong;

/**
 * Part of a list.
 *
 * @param next what to pass as {@code after} for the next part; empty at the end
 */
public record Page<T>(List<T> items, OptionalLong next) {

    public Page {
        items = List.copyOf(items);
    }
}
