package dev.treaty.consumer.customeronboarding;

/** The steps in their order: what cannot be undone comes last. */
public enum Step {
    /** Finds the address on the map; changes nothing. */
    PLACE("Mapbox"),
    /** Creates the customer who pays. */
    ACCOUNT("Stripe"),
    /** Creates the customer's record. */
    RECORD("Airtable"),
    /** Plans the first pickup. */
    STOP("Samsara"),
    /** Sends the welcome mail; cannot be undone. */
    MAIL("SendGrid"),
    /** Sends the welcome SMS; cannot be undone. */
    SMS("Twilio");

    private final String vendor;

    Step(String vendor) {
        this.vendor = vendor;
    }

    /** For people, e.g. {@code "SendGrid"}. */
    public String vendor() {
        return vendor;
    }
}
