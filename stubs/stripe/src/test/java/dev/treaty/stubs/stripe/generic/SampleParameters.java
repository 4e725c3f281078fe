package dev.treaty.stubs.stripe.generic;

import dev.treaty.stubs.stripe.surface.Operation;
import dev.treaty.stubs.stripe.surface.Shape;
import java.util.ArrayList;
import java.util.List;

/** The parameters that an operation requires, with values that its types allow. */
final class SampleParameters {

    private SampleParameters() {}

    static Object[] of(Operation operation) {
        var parameters = new ArrayList<Object>();
        addFields("", operation.parameters(), parameters);
        return parameters.toArray();
    }

    private static void addFields(String prefix, Shape shape, List<Object> parameters) {
        shape.fields().forEach((name, field) -> {
            if (field.isRequired()) {
                add(prefix.isEmpty() ? name : prefix + "[" + name + "]", name, field, parameters);
            }
        });
    }

    private static void add(String path, String name, Shape shape, List<Object> parameters) {
        switch (shape.type()) {
            case INT -> parameters.addAll(List.of(path, 1));
            case BOOL -> parameters.addAll(List.of(path, true));
            case DECIMAL -> parameters.addAll(List.of(path, "1.5"));
            case ENUM -> parameters.addAll(List.of(path, shape.values().get(0)));
            case LIST -> add(path + "[0]", name, shape.element(), parameters);
            case MAP -> parameters.addAll(List.of(path + "[key]", "value"));
            case OBJ -> {
                if (shape.fields().isEmpty()) {
                    parameters.addAll(List.of(path + "[key]", "value"));
                }
                addFields(path, shape, parameters);
            }
            case STR, ID, PAGE, ANY -> parameters.addAll(List.of(path, text(name)));
        }
    }

    private static String text(String name) {
        return switch (name) {
            case "currency" -> "usd";
            case "email" -> "someone@example.org";
            case "url", "success_url", "return_url" -> "https://example.org/";
            default -> "text";
        };
    }
}
