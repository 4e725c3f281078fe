package dev.treaty.provider.report;

import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Finds top-level types that depend on each other, directly or through others. Nested types belong to their top-level type. What a sealed
 * type needs from its permitted subtypes does not count, nor what an annotation names, e.g. the JUnit extension that reads it.
 *
 * <p>ArchUnit's slices cannot do this: they collect circles up to a limit before they ignore any, so a few sealed types hide the rest.
 */
final class ClassCircles {

    /** For each type, the types that it depends on, each with the description of one dependency. */
    private final Map<String, Map<String, String>> dependencies = new TreeMap<>();

    /** @param isSealed whether a type is sealed */
    ClassCircles(JavaClasses types, Predicate<JavaClass> isSealed) {
        types.forEach(type -> dependencies.put(topLevelName(type), new TreeMap<>()));
        for (var type : types.that(DescribedPredicate.describe("have code", type -> !type.isAnnotation()))) {
            var needed = dependencies.getOrDefault(topLevelName(type), Map.of());
            type.getDirectDependenciesFromSelf().forEach(dependency -> {
                var target = topLevelName(dependency.getTargetClass());
                if (dependencies.containsKey(target)) {
                    needed.merge(target, dependency.getDescription(), ClassCircles::first);
                }
            });
        }
        types.that(DescribedPredicate.describe("are sealed", isSealed))
                .forEach(type -> dependencies
                        .getOrDefault(topLevelName(type), Map.of())
                        .keySet()
                        .removeAll(permitted(type)));
        dependencies.forEach((type, needed) -> needed.remove(type));
    }

    private static Set<String> permitted(JavaClass sealedType) {
        return sealedType.getSubclasses().stream()
                .map(ClassCircles::topLevelName)
                .collect(toSet());
    }

    private static String first(String one, String other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static String topLevelName(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "");
    }

    /** One shortest circle for each group of types that form any, with one dependency for each of its steps. */
    List<String> find() {
        var circles = new ArrayList<String>();
        var known = new HashSet<String>();
        for (var type : dependencies.keySet()) {
            var circle = shortestFrom(type);
            if (!circle.isEmpty() && known.stream().noneMatch(circle::contains)) {
                circles.add(described(circle));
            }
            known.addAll(circle);
        }
        return circles;
    }

    /** The shortest way from a type back to itself, without the type at its end; empty if there is none. */
    private List<String> shortestFrom(String start) {
        var from = new HashMap<String, String>();
        var queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty()) {
            var type = queue.remove();
            for (var next : dependencies.getOrDefault(type, Map.of()).keySet()) {
                if (from.putIfAbsent(next, type) == null) {
                    queue.add(next);
                }
            }
        }
        var circle = new ArrayDeque<String>();
        for (var type = from.get(start); type != null; type = from.get(type)) {
            circle.addFirst(type);
            if (type.equals(start)) {
                return List.copyOf(circle);
            }
        }
        return List.of();
    }

    private String described(List<String> circle) {
        var text = new StringBuilder(String.join(" -> ", circle)).append(" -> ").append(circle.get(0));
        for (var step = 0; step < circle.size(); step++) {
            var next = circle.get((step + 1) % circle.size());
            text.append("\n    ")
                    .append(dependencies
                            .getOrDefault(circle.get(step), Map.of())
                            .get(next));
        }
        return text.toString();
    }
}
