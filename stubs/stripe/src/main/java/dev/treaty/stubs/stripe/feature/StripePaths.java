package dev.treaty.stubs.stripe.feature;

/** Paths beside Stripe's own. */
public final class StripePaths {

    /**
     * What precedes the account and the path of a page for browsers. Not where the replay is controlled: a browser comes here from the
     * application's origin, which may not control the replay.
     */
    public static final String PAGES = "/pages/";

    private StripePaths() {}
}
