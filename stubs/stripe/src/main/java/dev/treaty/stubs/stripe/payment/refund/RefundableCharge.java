package dev.treaty.stubs.stripe.payment.refund;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.payment.charge.ReleasedMoney;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.stripe.payment.money.ChargeCurrency;
import dev.treaty.stubs.vendor.VendorError;

/** Finds the charge to refund, and how much of it. */
final class RefundableCharge {

    private static final String CHARGE = "charge";
    private static final String INTENT = "payment_intent";
    private static final String AMOUNT = "amount";

    private RefundableCharge() {}

    /** @throws VendorError if there is none, or if it cannot be refunded */
    static ObjectNode of(StripeContext stripe, StripeRequest request) {
        var charge = named(stripe, request);
        var id = Fields.text(charge, "id");
        var intent = Fields.text(charge, INTENT);
        if (!Fields.text(charge, "status").equals("succeeded") || isReleased(charge)) {
            throw unsuccessful(intent.isEmpty() ? id : intent);
        }
        if (!charge.path("captured").asBoolean() && !intent.isEmpty()) {
            throw StripeError.invalid(
                            "This uncaptured Charge was created by a PaymentIntent (%s). You must cancel the PaymentIntent to reverse the authorization instead of refunding the Charge directly. For more information, see https://stripe.com/docs/payments/place-a-hold-on-a-payment-method"
                                    .formatted(intent))
                    .refusal();
        }
        if (charge.path("refunded").asBoolean()) {
            throw StripeError.invalid("Charge %s has already been refunded.".formatted(id))
                    .code("charge_already_refunded")
                    .refusal();
        }
        if (charge.path("disputed").asBoolean() && isChargedBack(stripe, id)) {
            throw StripeError.invalid("Charge %s has been charged back; cannot issue a refund.".formatted(id))
                    .code("charge_disputed")
                    .refusal();
        }
        return charge;
    }

    private static ObjectNode named(StripeContext stripe, StripeRequest request) {
        if (!request.text(CHARGE).isEmpty()) {
            return stripe.load(CHARGE, request.text(CHARGE));
        }
        if (request.text(INTENT).isEmpty()) {
            throw StripeError.invalid(
                            "One of the following params should be provided for this request: payment_intent or charge.")
                    .refusal();
        }
        var intent = stripe.load(INTENT, request.text(INTENT));
        return stripe.find(CHARGE, Fields.text(intent, "latest_charge"))
                .orElseThrow(() -> unsuccessful(Fields.text(intent, "id")));
    }

    private static boolean isReleased(ObjectNode charge) {
        return !charge.path("captured").asBoolean() && charge.path("refunded").asBoolean();
    }

    private static boolean isChargedBack(StripeContext stripe, String charge) {
        return stripe.list("dispute").where(CHARGE, charge).stream()
                .anyMatch(dispute -> !dispute.path("is_charge_refundable").asBoolean());
    }

    private static VendorError unsuccessful(String intent) {
        return StripeError.invalid(
                        "This PaymentIntent (%s) does not have a successful charge to refund.".formatted(intent))
                .refusal();
    }

    /** How much to refund: what is left unless the request says otherwise. */
    static long amount(ObjectNode charge, StripeRequest request) {
        var rest = charge.path("captured").asBoolean()
                ? ReleasedMoney.refundable(charge)
                : charge.path("amount").asLong();
        if (!request.has(AMOUNT)) {
            return rest;
        }
        var amount = request.number(AMOUNT);
        if (amount < 1) {
            throw StripeError.invalid("This value must be greater than or equal to 1.")
                    .code("parameter_invalid_integer")
                    .param(AMOUNT)
                    .refusal();
        }
        if (amount > rest) {
            var currency = ChargeCurrency.of(Fields.text(charge, "currency"));
            var most = charge.path("amount_refunded").asLong() > 0 ? "unrefunded amount on charge" : "charge amount";
            throw StripeError.invalid("Refund amount (%s) is greater than %s (%s)"
                            .formatted(currency.text(amount), most, currency.text(rest)))
                    .param(AMOUNT)
                    .refusal();
        }
        return amount;
    }
}
