package dev.treaty.stubs.stripe.resource;

import dev.treaty.stubs.vendor.world.ObjectKind;

/**
 * A kind of object.
 *
 * @param name the value of its field {@code object}, e.g. {@code "payment_intent"}
 * @param prefix of its ids, e.g. {@code "pi_"}
 * @param idLength how many random characters follow the prefix
 * @param title how error messages call it, e.g. {@code "setupintent"}
 * @param pathParam how errors call the id in a path, e.g. {@code "intent"}
 * @param stored how a world keeps it
 */
public record ResourceKind(
        String name, String prefix, int idLength, String title, String pathParam, ObjectKind stored) {

    /** What Stripe says about an id that does not exist. */
    public String noSuch(String id) {
        return switch (name) {
            case "payment_method" ->
                "No such PaymentMethod: '%s'; It's possible this PaymentMethod exists on one of your connected accounts, in which case you should retry this request on that connected account. Learn more at https://stripe.com/docs/connect/authentication"
                        .formatted(id);
            case "balance_transaction" -> "No such balance transaction: '%s'".formatted(id);
            case "webhook_endpoint" -> "No such webhook endpoint: '%s'".formatted(id);
            case "checkout.session" -> "No such checkout.session: " + id;
            default -> "No such %s: '%s'".formatted(title, id);
        };
    }
}
