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
        return create(customer, 1);
    }

    /**
     * Creates a customer for a household whose earlier customers were {@linkplain #delete deleted}: within 24 hours, Stripe would answer with
     * the deleted one.
     *
     * @param attempt 1 for the first customer, 2 for the next
     * @throws StripeFailure if no customer was created
     */
    public Customer create(NewCustomer customer, int attempt) {
        var action = attempt == 1 ? "creation" : "creation-" + attempt;
        var created = stripe.send(
                "creation of customer " + customer.number(),
                v1 -> v1.customers()
                        .create(
                                CustomerCreateParams.builder()
                                        .setName(customer.name())
                                        .setEmail(customer.email())
                                        .putMetadata("customer_number", customer.number())
                                        .build(),
                                IdempotencyKey.of("customer", customer.number(), action)
                                        .options()));
        return new Customer(created.getId(), customer.number());
    }

    /**
     * Deletes a customer with everything that belongs to it. It cannot be undone.
     *
     * @throws StripeFailure if it was not deleted
     */
    public void delete(Customer customer) {
        stripe.send(
                "deletion of customer " + customer.number(),
                v1 -> v1.customers().delete(customer.id()));
    }
}
