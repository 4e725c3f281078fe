package dev.treaty.stubs.stripe.payment.intent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.payment.charge.ChargeAttempt;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.stripe.payment.method.IntentRules;

/** Takes reserved money, or reserves more. */
final class IntentCapture {

    private static final String KIND = IntentConfirmation.KIND;
    private static final String CAPTURABLE = "amount_capturable";
    private static final String TO_CAPTURE = "amount_to_capture";

    private IntentCapture() {}

    static ObjectNode capture(StripeContext stripe, StripeRequest request) {
        var intent = stripe.load(KIND, request.id());
        IntentTransition.CAPTURE.check(intent);
        var reserved = intent.path(CAPTURABLE).asLong();
        var amount = request.has(TO_CAPTURE) ? request.number(TO_CAPTURE) : reserved;
        check(intent, amount, reserved);
        Fields.take(
                intent,
                request.params(),
                "metadata",
                "statement_descriptor",
                "statement_descriptor_suffix",
                "application_fee_amount");
        var charge = stripe.load("charge", Fields.text(intent, "latest_charge"));
        var more = request.has("final_capture") && !request.flag("final_capture") && amount < reserved;
        ChargeAttempt.capture(stripe, charge, amount, more ? 0 : reserved - amount);
        var received = intent.path("amount_received").asLong() + amount;
        if (more) {
            intent.put("amount_received", received).put(CAPTURABLE, reserved - amount);
            stripe.save(intent);
            stripe.emit("payment_intent.amount_capturable_updated", intent);
        } else {
            IntentConfirmation.succeed(stripe, intent, received);
        }
        return intent;
    }

    private static void check(ObjectNode intent, long amount, long reserved) {
        if (amount < 0) {
            throw IntentRules.PAYMENT.refusal(
                    intent, StripeError.invalid("Invalid non-negative integer").param(TO_CAPTURE));
        }
        if (amount == 0) {
            throw IntentRules.PAYMENT.refusal(
                    intent,
                    StripeError.invalid("This value must be greater than or equal to 1.")
                            .code("parameter_invalid_integer")
                            .param("amount"));
        }
        if (amount > reserved) {
            throw IntentRules.PAYMENT.refusal(
                    intent,
                    StripeError.invalid(
                                    "The payment could not be captured because the requested capture amount is greater than the amount you can capture for this charge. Contact us via https://support.stripe.com/contact/ for help.")
                            .code("amount_too_large")
                            .param(TO_CAPTURE));
        }
    }

    static ObjectNode increment(StripeContext stripe, StripeRequest request) {
        var intent = stripe.load(KIND, request.id());
        IntentTransition.INCREMENT.check(intent);
        var amount = request.number("amount");
        if (amount <= intent.path("amount").asLong()) {
            throw IntentRules.PAYMENT.refusal(
                    intent,
                    StripeError.invalid("The amount must be greater than the currently authorized amount.")
                            .param("amount"));
        }
        var card = intent.path("payment_method_options").path("card");
        if (!Fields.text(card, "request_incremental_authorization").equals("if_available")) {
            throw IntentRules.PAYMENT.refusal(
                    intent,
                    StripeError.invalid(
                            "This PaymentIntent does not support incremental authorization. Request it with payment_method_options[card][request_incremental_authorization]."));
        }
        Fields.take(
                intent, request.params(), "description", "metadata", "statement_descriptor", "application_fee_amount");
        intent.put("amount", amount).put(CAPTURABLE, amount);
        stripe.save(intent);
        stripe.find("charge", Fields.text(intent, "latest_charge")).ifPresent(charge -> {
            var before = charge.deepCopy();
            charge.put("amount", amount);
            ((ObjectNode) charge.path("payment_method_details").path("card")).put("amount_authorized", amount);
            stripe.update(before, charge);
        });
        stripe.emit("payment_intent.amount_capturable_updated", intent);
        return intent;
    }
}
