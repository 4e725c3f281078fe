package dev.treaty.stubs.stripe.feature;

import dev.treaty.stubs.http.provider.ProviderReplay;

/** Paths beside Stripe's own. */
public final class StripePaths {

    /** What precedes the account and the path of a page for browsers. */
    public static final String PAGES = ProviderReplay.CONTROL_PATH + "/pages/";

    private StripePaths() {}
}
