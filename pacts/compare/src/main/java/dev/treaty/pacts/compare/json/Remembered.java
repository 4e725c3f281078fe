package dev.treaty.pacts.compare.json;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Computes each shape once. A shape's own parts are read while it is computed, which {@code computeIfAbsent} does not allow. */
final class Remembered<K> {

    private final Map<K, Shape> known = new HashMap<>();
    private final Function<K, Shape> shapes;

    Remembered(Function<K, Shape> shapes) {
        this.shapes = shapes;
    }

    Shape of(K key) {
        var shape = known.get(key);
        if (shape == null) {
            shape = shapes.apply(key);
            known.put(key, shape);
        }
        return shape;
    }
}
