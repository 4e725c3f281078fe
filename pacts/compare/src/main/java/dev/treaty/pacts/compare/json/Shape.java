package dev.treaty.pacts.compare.json;

import au.com.dius.pact.core.support.json.JsonValue;
import dev.treaty.pacts.compare.text.TextSet;
import dev.treaty.pacts.compare.text.TextSets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;

/** A set of JSON values: the texts of the values of each kind, and rules for lists and objects. */
final class Shape {

    /** All values. */
    static final Shape ANY =
            new Shape(same(TextSets.EVERY), Optional.empty(), Optional.empty(), JsonValue.Null.INSTANCE, true);

    /** No value. */
    static final Shape NOTHING =
            new Shape(same(TextSets.NONE), Optional.empty(), Optional.empty(), JsonValue.Null.INSTANCE, true);

    private final Map<Kind, TextSet> texts;
    private final Optional<List<ListRules>> lists;
    private final Optional<List<ObjectRules>> objects;
    private final JsonValue example;
    private final boolean isExact;

    private Shape(
            Map<Kind, TextSet> texts,
            Optional<List<ListRules>> lists,
            Optional<List<ObjectRules>> objects,
            JsonValue example,
            boolean isExact) {
        this.texts = texts;
        this.lists = lists;
        this.objects = objects;
        this.example = example;
        this.isExact = isExact;
    }

    private static Map<Kind, TextSet> same(TextSet set) {
        var texts = new EnumMap<Kind, TextSet>(Kind.class);
        for (var kind : Kind.values()) {
            texts.put(kind, set);
        }
        return texts;
    }

    static Shape ofTexts(Map<Kind, TextSet> texts, JsonValue example) {
        return new Shape(texts, Optional.empty(), Optional.empty(), example, true);
    }

    static Shape ofLists(List<ListRules> rules, JsonValue example) {
        return new Shape(NOTHING.texts, Optional.of(rules), Optional.empty(), example, true);
    }

    static Shape ofObjects(List<ObjectRules> rules, JsonValue example) {
        return new Shape(NOTHING.texts, Optional.empty(), Optional.of(rules), example, true);
    }

    /** The texts of the values of a kind; of lists and objects, only if there are no rules for them. */
    TextSet text(Kind kind) {
        return texts.getOrDefault(kind, TextSets.NONE);
    }

    /** Rules for lists, all of which hold; empty if only their text is compared. */
    Optional<List<ListRules>> lists() {
        return lists;
    }

    /** Rules for objects, all of which hold; empty if only their text is compared. */
    Optional<List<ObjectRules>> objects() {
        return objects;
    }

    /** Whether there are rules for values of a kind. */
    boolean hasRules(Kind kind) {
        return kind == Kind.OBJECT ? objects.isPresent() : kind == Kind.ARRAY && lists.isPresent();
    }

    /** A value that the contract shows. */
    JsonValue example() {
        return example;
    }

    /** False if the set may be smaller than this says. */
    boolean isExact() {
        return isExact;
    }

    /** The same set, which may be smaller than this says. */
    Shape inexact() {
        return new Shape(texts, lists, objects, example, false);
    }

    boolean isAny() {
        return this == ANY;
    }

    /** The values that are in both. Where one has rules and the other only texts, the texts are left out. */
    Shape and(Shape other) {
        if (isAny() || this == other) {
            return other;
        } else if (other.isAny()) {
            return this;
        }
        var both = new EnumMap<Kind, TextSet>(Kind.class);
        for (var kind : Kind.values()) {
            both.put(kind, TextSets.both(text(kind), other.text(kind)));
        }
        var isKnown = hasRules(Kind.ARRAY) == other.hasRules(Kind.ARRAY)
                && hasRules(Kind.OBJECT) == other.hasRules(Kind.OBJECT);
        return new Shape(
                both,
                together(lists, other.lists),
                together(objects, other.objects),
                example instanceof JsonValue.Null ? other.example : example,
                isKnown && isExact && other.isExact);
    }

    private static <T> Optional<List<T>> together(Optional<List<T>> some, Optional<List<T>> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return some.isPresent() ? some : others;
        }
        var all = new ArrayList<>(some.get());
        all.addAll(others.get());
        return Optional.of(all);
    }

    /**
     * What must hold for an object.
     *
     * @param required names that must be there
     * @param only the names that may be there; empty if all may
     * @param names what each name must be
     * @param special names whose values may have rules of their own; all others have the same
     * @param value the rules for the value of a name, if it is there
     */
    record ObjectRules(
            Set<String> required,
            Optional<Set<String>> only,
            List<TextSet> names,
            Set<String> special,
            Function<String, Shape> value) {}

    /**
     * What must hold for a list.
     *
     * @param least how many elements it must have
     * @param most how many it may have
     * @param special positions whose elements may have rules of their own; all others have the same
     * @param element the rules for the element at a position
     * @param contained for each of them, there must be an element that it accepts
     * @param anyOrder elements that are expected in any order
     */
    record ListRules(
            int least,
            int most,
            Set<Integer> special,
            IntFunction<Shape> element,
            List<Shape> contained,
            Optional<AnyOrder> anyOrder) {

        static final int UNLIMITED = Integer.MAX_VALUE;

        ListRules(int least, int most, Set<Integer> special, IntFunction<Shape> element) {
            this(least, most, special, element, List.of(), Optional.empty());
        }

        ListRules containing(List<Shape> elements) {
            return new ListRules(least, most, special, element, elements, anyOrder);
        }

        ListRules inAnyOrder(List<Shape> elements, IntFunction<Shape> further) {
            return new ListRules(
                    least, most, special, element, contained, Optional.of(new AnyOrder(elements, further)));
        }
    }

    /**
     * Elements of a list whose order does not matter.
     *
     * @param expected for each of them, there must be an element of its own
     * @param further the rules for an element that is none of these, at a position
     */
    record AnyOrder(List<Shape> expected, IntFunction<Shape> further) {}
}
