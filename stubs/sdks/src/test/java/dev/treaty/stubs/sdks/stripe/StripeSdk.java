package dev.treaty.stubs.sdks.stripe;

import com.stripe.StripeClient;
import dev.treaty.stubs.sdks.process.StubAccount;

/** stripe-java, as an application sets it up, with the stub server instead of Stripe. */
public final class StripeSdk {

    private StripeSdk() {}

    /** A client of an account. */
    public static StripeClient of(StubAccount account) {
        return StripeClient.builder()
                .setApiKey(account.user())
                .setApiBase(account.url().toString())
                .setMaxNetworkRetries(0)
                .build();
    }
}
