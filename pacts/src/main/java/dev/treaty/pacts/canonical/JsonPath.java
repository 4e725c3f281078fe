package dev.treaty.pacts.canonical;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** JSON paths as Pact writes them: {@code $.items[0]['metadata[order_id]']}. */
public final class JsonPath {

    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][\\w-]*");
    private static final Pattern STEP = Pattern.compile("\\.([^.\\[]+)|\\['([^']+)']|\\[(\\d+|\\*)]");

    private JsonPath() {}

    /** The path of a member of an object. */
    public static String child(String path, String key) {
        return PLAIN_KEY.matcher(key).matches() ? path + "." + key : path + "['" + key + "']";
    }

    /** The path of an element of a list. */
    public static String element(String path, int index) {
        return path + "[" + index + "]";
    }

    /**
     * The steps of a path after {@code $}: names and indexes, with {@code *} for any name and {@code [*]} for any index.
     *
     * @param path e.g. {@code $.items[*].id}, which gives {@code items}, {@code [*]}, {@code id}
     */
    public static List<String> steps(String path) {
        var steps = new ArrayList<String>();
        var step = STEP.matcher(path);
        while (step.find()) {
            if (step.group(1) != null) {
                steps.add(step.group(1));
            } else if (step.group(2) != null) {
                steps.add(step.group(2));
            } else {
                steps.add(step.group(3).equals("*") ? "[*]" : step.group(3));
            }
        }
        return steps;
    }

    /** The steps that lead one level deeper. */
    public static List<String> plus(List<String> steps, String step) {
        var longer = new ArrayList<>(steps);
        longer.add(step);
        return List.copyOf(longer);
    }

    /** The last name among steps, which for an element of a list is the name of the list; empty if there is none. */
    public static String lastName(List<String> steps) {
        for (var index = steps.size() - 1; index >= 0; index--) {
            if (!isIndex(steps.get(index))) {
                return steps.get(index);
            }
        }
        return "";
    }

    /** Whether a step is an index of a list. */
    public static boolean isIndex(String step) {
        return step.matches("\\d+");
    }
}
