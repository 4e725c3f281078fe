package dev.treaty.consumer.customersync;

/** What Airtable shall do with a choice that a select field does not have. */
public enum NewChoices {
    /** Add it to the field ({@code typecast}). */
    ADD,
    /** Reject the request. */
    REJECT
}
