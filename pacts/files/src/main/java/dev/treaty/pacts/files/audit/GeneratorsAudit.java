package dev.treaty.pacts.files.audit;

import au.com.dius.pact.core.model.generators.Category;
import au.com.dius.pact.core.model.generators.GeneratorKt;
import au.com.dius.pact.core.model.generators.PluginGenerator;
import au.com.dius.pact.core.model.generators.UuidGenerator;
import au.com.dius.pact.core.support.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Finds generators that pact-jvm drops, or reads as something else. */
final class GeneratorsAudit {

    private static final List<String> NUMBERS = List.of("min", "max", "digits", "size");
    private static final List<String> CATEGORIES = Arrays.stream(Category.values())
            .map(category -> category.name().toLowerCase(Locale.ROOT))
            .toList();

    private final String place;
    private final JsonValue generators;
    private final List<Loss> losses = new ArrayList<>();

    /** @param generators those of a request, a response or a message */
    GeneratorsAudit(String place, JsonValue generators) {
        this.place = place + ".generators";
        this.generators = generators;
    }

    List<Loss> losses() {
        if (generators instanceof JsonValue.Object byCategory) {
            byCategory.getEntries().forEach(this::category);
        } else if (!generators.isNull()) {
            add("has generators that are not an object, so they are not read", "write an object");
        }
        return losses;
    }

    private void category(String name, JsonValue json) {
        if (CATEGORIES.stream().anyMatch(name::equalsIgnoreCase)) {
            generators(name, json);
        } else {
            add(
                    "has generators for \"%s\", which are not read".formatted(name),
                    "write one of " + String.join(", ", CATEGORIES));
        }
    }

    private void generators(String name, JsonValue json) {
        if (!(json instanceof JsonValue.Object object)) {
            add(
                    "has generators for %s that are not an object, so they are not read".formatted(name),
                    "write an object");
        } else if (object.get("type").isString()) {
            generator(object);
        } else {
            object.getEntries().forEach((key, each) -> generators(name + " " + key, each));
        }
    }

    private void generator(JsonValue.Object generator) {
        var known = GeneratorKt.lookupGenerator(generator);
        var type = generator.get("type");
        if (known == null || known instanceof PluginGenerator) {
            add(
                    "has a generator \"%s\", which does not exist, so the example stays as it is".formatted(type),
                    "use one of the generators of the Pact specification, e.g. Uuid, RandomInt or DateTime");
            return;
        }
        if (known instanceof UuidGenerator uuid && uuid.getFormat() == null && generator.has("format")) {
            add(
                    "has a generator Uuid with the format %s, which does not exist".formatted(generator.get("format")),
                    "write simple, lower-case-hyphenated, upper-case-hyphenated or URN");
        }
        NUMBERS.stream()
                .filter(name -> generator.has(name) && !generator.get(name).isNumber())
                .forEach(name -> add(
                        "has a generator %s whose %s is not a number, so it is not read".formatted(type, name),
                        "write a number"));
    }

    private void add(String what, String fix) {
        losses.add(new Loss(place, what, fix));
    }
}
