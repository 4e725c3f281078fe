package dev.treaty.stubs.stripe.payment.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.payment.card.TestCard;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.stripe.resource.Ids;
import dev.treaty.stubs.vendor.world.Json;

/**
 * Sources of cards: chargeable → consumed. Those of other types are generic.
 *
 * @see <a href="https://docs.stripe.com/api/sources">Stripe, sources</a>
 */
public final class Sources implements StripeFeature {

    static final String KIND = "source";

    private static final String CUSTOMER = "customer";
    private static final String STATUS = "status";

    @Override
    public void register(StripeRoutes routes) {
        routes.on("POST /v1/sources", Sources::create).simulates(KIND);
    }

    private static ObjectNode create(StripeContext stripe, StripeRequest request) {
        var token = request.text("token");
        if (request.text("type").isEmpty() && token.isEmpty()) {
            throw StripeError.missing("type").refusal();
        }
        var type = request.has("type") ? request.text("type") : "card";
        if (type.equals("card") && token.isEmpty()) {
            throw StripeError.missing("token").refusal();
        }
        var source = stripe.draft(KIND, Json.object());
        source.put("client_secret", "src_client_secret_" + Ids.random(24))
                .put("flow", type.equals("card") ? "none" : "redirect")
                .put(STATUS, type.equals("card") ? "chargeable" : "pending")
                .put("type", type)
                .put("usage", "reusable");
        source.putObject("metadata");
        Fields.take(
                source, request.params(), "amount", "currency", "flow", "metadata", "statement_descriptor", "usage");
        owner(source, request);
        if (type.equals("card")) {
            card(stripe, source, token);
        }
        stripe.save(source);
        if (type.equals("card")) {
            stripe.emit("source.chargeable", source);
        }
        return source;
    }

    private static void owner(ObjectNode source, StripeRequest request) {
        var owner = source.putObject("owner");
        for (var field : new String[] {"address", "email", "name", "phone"}) {
            owner.putNull(field).putNull("verified_" + field);
        }
        if (request.params().path("owner") instanceof ObjectNode given) {
            owner.setAll(given.deepCopy());
        }
    }

    private static void card(StripeContext stripe, ObjectNode source, String token) {
        var details = Tokens.card(stripe, token, "token");
        var legacy = Json.object();
        details.fillLegacy(legacy, Json.object());
        var card = source.putObject("card");
        Fields.take(
                card,
                legacy,
                "address_line1_check",
                "address_zip_check",
                "brand",
                "country",
                "cvc_check",
                "exp_month",
                "exp_year",
                "fingerprint",
                "funding",
                "last4",
                "name");
        card.putNull("dynamic_last4").put("three_d_secure", "optional").putNull("tokenization_method");
        var method = NewPaymentMethod.draftOfCard(stripe, details.card());
        method.set("id", source.path("id"));
        stripe.save(method);
    }

    /** Gives a customer a source. */
    static ObjectNode attach(StripeContext stripe, String id, String customer) {
        var source = stripe.load(KIND, id, KIND);
        var owner = Fields.text(source, CUSTOMER);
        if (!Fields.text(source, STATUS).equals("chargeable") || (!owner.isEmpty() && !owner.equals(customer))) {
            throw StripeError.invalid(
                            "The source you provided is not in a chargeable state, or belongs to another customer.")
                    .param(KIND)
                    .refusal();
        }
        stripe.save(source.put(CUSTOMER, customer));
        stripe.find("payment_method", id).ifPresent(method -> {
            PaymentMethodOwner.card(method).flatMap(TestCard::attachmentDecline).ifPresent(decline -> {
                throw PaymentMethodOwner.error(decline).refusal();
            });
            stripe.save(method.put(CUSTOMER, customer));
        });
        return source;
    }

    /** A source that its customer gives up is used up. */
    static ObjectNode detach(StripeContext stripe, ObjectNode source) {
        source.remove(CUSTOMER);
        stripe.save(source.put(STATUS, "consumed"));
        return source;
    }
}
