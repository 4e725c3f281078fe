package dev.treaty.consumer.billing;

import com.stripe.param.CustomerCreateParams;

/** The households that can pay through Stripe. */
public final class StripeCustomers {

    private final StripeConnection stripe;

    /** The customers of the connection's account. */
    public StripeCustomers(StripeConnection stripe) {
        this.stripe = stripe;
    }

    /**
     * Creates a customer for a household. Called again with the same number within 24 hours, it returns the same customer.
     *
     * @throws StripeFailure if no customer was created
     */
    public Customer create(NewCustomer customer) {
        var created = stripe.send(
                "creation of customer " + customer.number(),
                v1 -> v1.customers()
                        .create(
                                CustomerCreateParams.builder()
                                        .setName(customer.name())
                                        .setEmail(customer.email())
                                        .putMetadata("customer_number", customer.number())
                                        .build(),
                                IdempotencyKey.of("customer", customer.number(), "creation")
                                        .options()));
        return new Customer(created.getId(), customer.number());
    }
}
