package dev.treaty.pacts.conformance.check;

/**
 * A place in an interaction.
 *
 * @param part e.g. {@code "request body"}
 * @param path of the field, e.g. {@code "data[].id"}; empty for the whole part
 */
record Place(String part, String path) {

    static Place of(String part) {
        return new Place(part, "");
    }

    Place field(String name) {
        return new Place(part, path.isEmpty() ? name : path + "." + name);
    }

    /** Any item of a list. */
    Place item() {
        return new Place(part, path + "[]");
    }

    @Override
    public String toString() {
        return path.isEmpty() ? part : part + ", " + path;
    }
}
