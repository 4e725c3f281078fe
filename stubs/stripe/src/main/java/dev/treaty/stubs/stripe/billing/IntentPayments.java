package dev.treaty.stubs.stripe.billing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.invoice.InvoicePayments;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.payment.intent.ConfirmOptions;
import dev.treaty.stubs.stripe.payment.intent.IntentCancellation;
import dev.treaty.stubs.stripe.payment.intent.IntentConfirmation;
import dev.treaty.stubs.stripe.payment.intent.IntentDraft;
import dev.treaty.stubs.stripe.payment.method.PaymentMethodOwner;
import dev.treaty.stubs.stripe.payment.setup.SetupIntents;
import dev.treaty.stubs.vendor.world.Json;

/** Pays invoices with PaymentIntents. */
final class IntentPayments implements InvoicePayments {

    private static final String KIND = "payment_intent";

    @Override
    public ObjectNode create(StripeContext stripe, ObjectNode fields) {
        return stripe.insert(IntentDraft.of(stripe, fields));
    }

    @Override
    public Result confirm(StripeContext stripe, String id, String paymentMethod, boolean offSession) {
        var intent = stripe.load(KIND, id);
        var method = PaymentMethodOwner.named(stripe, paymentMethod, "payment_method");
        var absent = offSession && !mustAuthenticate(method);
        var error = IntentConfirmation.attempt(
                stripe, intent, method, absent ? ConfirmOptions.OFF_SESSION : ConfirmOptions.ON_SESSION);
        return new Result(stripe.load(KIND, id), error);
    }

    /** Invoices wait for a customer who must authenticate, even if nobody is there now. */
    private static boolean mustAuthenticate(ObjectNode method) {
        return PaymentMethodOwner.card(method)
                .map(card -> card.authentication().isRequired(true, PaymentMethodOwner.isSetUp(method), false))
                .orElse(false);
    }

    @Override
    public String setUp(StripeContext stripe, String customer) {
        var fields = Json.object().put("customer", customer).put("usage", "off_session");
        fields.putArray("payment_method_types").add("card");
        return stripe.insert(SetupIntents.draft(stripe, fields)).path("id").asText();
    }

    @Override
    public void changeAmount(StripeContext stripe, String id, long amount) {
        stripe.find(KIND, id).ifPresent(intent -> stripe.save(intent.put("amount", amount)));
    }

    @Override
    public void cancel(StripeContext stripe, String id, String reason) {
        stripe.find(KIND, id)
                .filter(intent -> !intent.path("status").asText().matches("succeeded|canceled"))
                .ifPresent(intent -> IntentCancellation.cancel(stripe, intent, reason));
    }
}
