package dev.treaty.stubs.stripe.request;

import java.util.Set;

/**
 * The name of a parameter as errors have it, e.g. {@code "items[0][price]"}.
 *
 * @param text empty for the root
 * @param last its last part that is not an index, e.g. {@code "price"}
 */
record ParameterName(String text, String last) {

    static final ParameterName ROOT = new ParameterName("", "");

    /** Texts that an empty one clears, although the data does not say so. */
    private static final Set<String> FREE_TEXTS = Set.of(
            "business_name",
            "city",
            "country",
            "description",
            "email",
            "footer",
            "individual_name",
            "line1",
            "line2",
            "name",
            "nickname",
            "phone",
            "postal_code",
            "receipt_email",
            "state",
            "statement_descriptor",
            "statement_descriptor_suffix");

    ParameterName field(String name) {
        return new ParameterName(text.isEmpty() ? name : text + "[" + name + "]", name);
    }

    ParameterName element(int index) {
        return new ParameterName(text + "[" + index + "]", last);
    }

    boolean isQuantity() {
        return last.equals("quantity");
    }

    boolean isFreeText() {
        return FREE_TEXTS.contains(last);
    }

    boolean isMetadata() {
        return last.equals("metadata");
    }

    /** The data calls all numbers integers. */
    boolean isFraction() {
        return last.contains("percent")
                || Set.of("latitude", "longitude", "multiplier").contains(last);
    }
}
