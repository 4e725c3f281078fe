package dev.treaty.stubs.stripe.payment.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.payment.card.Decline;
import dev.treaty.stubs.stripe.payment.card.TestCard;
import dev.treaty.stubs.stripe.payment.card.TestCards;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Optional;

/**
 * Who owns a PaymentMethod, and whether it may still be used: once without a customer, and never again after a customer gave it up.
 *
 * @see <a href="https://docs.stripe.com/payments/payment-methods#attaching">Stripe, attach payment methods</a>
 */
public final class PaymentMethodOwner {

    private static final String SPENT =
            "The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected"
                    + " account without Customer attachment, or was detached from a Customer. It may not be used again. To use a"
                    + " PaymentMethod multiple times, you must attach it to a Customer first.";

    private static final String SPENT_BEFORE_ATTACHMENT =
            "This PaymentMethod was previously used without being attached to a Customer or was detached from a Customer, and may not be"
                    + " used again.";

    private PaymentMethodOwner() {}

    /**
     * The PaymentMethod that a parameter names; for one that Stripe has ready, such as {@code "pm_card_visa"}, a new one.
     *
     * @param param as errors name it
     */
    public static ObjectNode named(StripeContext stripe, String id, String param) {
        return NewPaymentMethod.ready(stripe, id).orElseGet(() -> stripe.load("payment_method", id, param));
    }

    /** The card of a PaymentMethod; empty if it is none. */
    public static Optional<TestCard> card(ObjectNode method) {
        var key = Fields.text(method, "_card");
        return key.isEmpty() ? Optional.empty() : Optional.of(TestCards.byKey(key));
    }

    /** Its card as it was shown before there were PaymentMethods; null if it is none. */
    public static JsonNode legacyCard(StripeContext stripe, ObjectNode method) {
        var shown = method.path("card");
        return card(method)
                .<JsonNode>map(card -> {
                    var legacy = stripe.draft("card", Json.object());
                    new CardDetails(
                                    card,
                                    shown.path("exp_month").asInt(),
                                    shown.path("exp_year").asInt(),
                                    shown.path("checks").path("cvc_check").asText(""))
                            .fillLegacy(legacy, Json.object());
                    return legacy;
                })
                .orElse(NullNode.getInstance());
    }

    /** Whether its customer has allowed payments while absent. */
    public static boolean isSetUp(ObjectNode method) {
        return method.path("_set_up").asBoolean();
    }

    /**
     * Refuses a PaymentMethod of somebody else, and one that was used up.
     *
     * @param customer who wants to use it; empty if that is nobody Stripe knows
     */
    public static Optional<StripeError> refusal(ObjectNode method, String customer) {
        var owner = Fields.text(method, "customer");
        if (owner.isEmpty()) {
            return method.path("_spent").asBoolean() ? Optional.of(StripeError.invalid(SPENT)) : Optional.empty();
        }
        return owner.equals(customer)
                ? Optional.empty()
                : Optional.of(StripeError.invalid(
                                "The PaymentMethod %s does not belong to the Customer you supplied %s. Please use this PaymentMethod with the Customer that it belongs to instead."
                                        .formatted(Fields.text(method, "id"), customer))
                        .param("payment_method"));
    }

    /** Uses it: if no customer has it, for the last time. */
    public static void used(StripeContext stripe, ObjectNode method) {
        if (!Fields.has(method, "customer")) {
            stripe.save(method.put("_spent", true));
        }
    }

    /** Remembers that its customer allows payments while absent. */
    public static void setUp(StripeContext stripe, ObjectNode method) {
        stripe.save(method.put("_set_up", true));
    }

    /**
     * Attaches it to a customer.
     *
     * @throws dev.treaty.stubs.vendor.VendorError if it was used up, belongs to another customer, or is a card that is declined
     */
    public static void attach(StripeContext stripe, ObjectNode method, String customer) {
        var owner = Fields.text(method, "customer");
        if (owner.equals(customer)) {
            return;
        }
        if (!owner.isEmpty()) {
            throw StripeError.invalid("The payment method you provided has already been attached to a customer.")
                    .refusal();
        }
        if (method.path("_spent").asBoolean()) {
            throw StripeError.invalid(SPENT_BEFORE_ATTACHMENT).refusal();
        }
        card(method).flatMap(TestCard::attachmentDecline).ifPresent(decline -> {
            throw error(decline).refusal();
        });
        method.put("customer", customer);
        if (method.path("card").path("checks") instanceof ObjectNode checks
                && Fields.text(checks, "cvc_check").equals("unchecked")) {
            checks.put("cvc_check", "pass");
        }
        stripe.save(method);
        stripe.emit("payment_method.attached", method);
    }

    /** The error with which a card is declined. */
    public static StripeError error(Decline decline) {
        var error = StripeError.card(decline.code(), decline.message()).declineCode(decline.declineCode());
        if (!decline.param().isEmpty()) {
            error.param(decline.param());
        }
        if (!decline.adviceCode().isEmpty()) {
            error.adviceCode(decline.adviceCode());
        }
        return error;
    }
}
