package dev.treaty.stubs.stripe.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.surface.Shape;
import dev.treaty.stubs.stripe.surface.Surface;
import dev.treaty.stubs.vendor.VendorError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a request wants expanded, as a tree: {@code latest_invoice.payments} and {@code customer} become {@code {latest_invoice:
 * {payments: {}}, customer: {}}}.
 *
 * @param children by the name of their field
 * @see <a href="https://docs.stripe.com/api/expanding_objects">Stripe, expanding responses</a>
 */
public record ExpandPaths(Map<String, ExpandPaths> children) {

    private static final int MAX_LEVELS = 4;
    private static final String DATA = "data";

    /**
     * Reads and checks the parameter {@code expand}.
     *
     * @param kind of the response, or of the objects in its list
     * @throws VendorError 400 if something cannot be expanded
     */
    public static ExpandPaths of(JsonNode expand, String kind, boolean isList) {
        var root = new ExpandPaths(new LinkedHashMap<>());
        for (var path : expand) {
            var segments = List.of(path.asText().split("\\.", -1));
            if (segments.size() > MAX_LEVELS) {
                throw StripeError.invalid(
                                "You cannot expand more than 4 levels of a property. Property: " + path.asText())
                        .refusal();
            }
            check(segments, kind, isList);
            root.add(segments);
        }
        return root;
    }

    private void add(List<String> segments) {
        var node = this;
        for (var segment : segments) {
            node = node.children.computeIfAbsent(segment, key -> new ExpandPaths(new LinkedHashMap<>()));
        }
    }

    private static void check(List<String> segments, String kind, boolean isList) {
        if (!isList) {
            check(segments, 0, List.of(object(kind)));
        } else if (segments.get(0).equals(DATA)) {
            check(segments, 1, List.of(object(kind)));
        } else if (!segments.get(0).equals("total_count")) {
            throw StripeError.invalid(
                            "This property cannot be expanded (%1$s). You may want to try expanding 'data.%1$s' instead."
                                    .formatted(segments.get(0)))
                    .refusal();
        }
    }

    private static Shape object(String kind) {
        return Surface.get().object(kind).orElseThrow(() -> new IllegalArgumentException(kind));
    }

    private static void check(List<String> segments, int index, List<Shape> owners) {
        if (index == segments.size() || owners.isEmpty()) {
            return;
        }
        var fields = new ArrayList<Shape>();
        owners.forEach(owner -> owner.field(segments.get(index)).ifPresent(fields::add));
        fields.removeIf(field -> !isExpandable(field));
        if (fields.isEmpty()) {
            throw cannotExpand(segments.subList(0, index + 1));
        }
        if (fields.stream().allMatch(field -> field.type() == Shape.Type.PAGE)) {
            checkPage(segments, index + 1, fields);
        } else {
            check(segments, index + 1, targets(fields));
        }
    }

    private static void checkPage(List<String> segments, int index, List<Shape> pages) {
        if (index < segments.size()) {
            if (!segments.get(index).equals(DATA)) {
                throw cannotExpand(segments.subList(0, index + 1));
            }
            check(segments, index + 1, targets(pages));
        }
    }

    private static VendorError cannotExpand(List<String> segments) {
        return StripeError.invalid("This property cannot be expanded (%s).".formatted(String.join(".", segments)))
                .refusal();
    }

    private static boolean isExpandable(Shape field) {
        return switch (field.type()) {
            case ID, PAGE, OBJ, ANY -> true;
            case LIST -> isExpandable(field.element());
            case MAP -> !field.isRequired();
            case STR, INT, DECIMAL, BOOL, ENUM -> false;
        };
    }

    /** Where the next segment is looked for; empty if the data does not say. */
    private static List<Shape> targets(List<Shape> fields) {
        var targets = new ArrayList<Shape>();
        for (var field : fields) {
            var shape = field.type() == Shape.Type.LIST ? field.element() : field;
            ReferencedKinds.of(shape).forEach(kind -> Surface.get().object(kind).ifPresent(targets::add));
            shape.reference().ifPresent(kind -> targets.add(object(kind)));
            if (shape.type() == Shape.Type.OBJ
                    && shape.reference().isEmpty()
                    && !shape.fields().isEmpty()) {
                targets.add(shape);
            }
        }
        return targets;
    }

    /** Whether nothing is to be expanded. */
    public boolean isEmpty() {
        return children.isEmpty();
    }
}
