package dev.treaty.stubs.stripe.event;

/** The version of Stripe's API. */
public final class ApiVersion {

    /** The account's version: that of stripe-java, so that its webhooks can be read with it. */
    public static final String DEFAULT = "2026-07-29.dahlia";

    private ApiVersion() {}
}
