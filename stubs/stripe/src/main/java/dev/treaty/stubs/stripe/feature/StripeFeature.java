package dev.treaty.stubs.stripe.feature;

/** A part of Stripe's replay. Has no state itself; all of it is in the world. */
@FunctionalInterface
public interface StripeFeature {

    /** Registers what it answers and what it does later. */
    void register(StripeRoutes routes);
}
