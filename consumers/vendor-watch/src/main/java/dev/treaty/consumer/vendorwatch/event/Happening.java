package dev.treaty.consumer.vendorwatch.event;

/** What can happen, each in one version of its schema, to which fields may be added. */
public enum Happening {
    VENDOR_DEGRADED("vendor.degraded"),
    VENDOR_RECOVERED("vendor.recovered"),
    COST_THRESHOLD_REACHED("cost.threshold-reached"),
    KEY_EXPIRES("key.expires");

    private static final String VERSION = "v1";

    private final String words;

    Happening(String words) {
        this.words = words;
    }

    /** E.g. {@code "vendor.degraded"}. */
    public String words() {
        return words;
    }

    String type() {
        return "dev.treaty." + words + "." + VERSION;
    }

    String dataSchema() {
        return "https://treaty.dev/schemas/" + words + "/" + VERSION;
    }
}
