package dev.treaty.stubs.stripe.payment.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.payment.card.TestCard;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.vendor.world.Json;

/**
 * Cards that customers had before there were PaymentMethods. Each is a PaymentMethod with the same id as well.
 *
 * @see <a href="https://docs.stripe.com/api/cards">Stripe, cards</a>
 */
public final class CustomerCards implements StripeFeature {

    private static final String CARD = "card";
    private static final String METHOD = "payment_method";
    private static final String CUSTOMER = "customer";
    private static final String DEFAULT = "default_source";

    @Override
    public void register(StripeRoutes routes) {
        routes.simulates(CARD)
                .on("GET /v1/customers/{id}/sources", CustomerCards::list)
                .on("POST /v1/customers/{id}/sources", CustomerCards::create)
                .on("GET /v1/customers/{customerId}/sources/{id}", CustomerCards::retrieve)
                .on("POST /v1/customers/{customerId}/sources/{id}", CustomerCards::update)
                .on("DELETE /v1/customers/{customerId}/sources/{id}", CustomerCards::delete);
    }

    private static ObjectNode list(StripeContext stripe, StripeRequest request) {
        stripe.load(CUSTOMER, request.id());
        return stripe.list(CARD)
                .where(CUSTOMER, request.id())
                .page(request.params(), "/v1/customers/%s/sources".formatted(request.id()));
    }

    private static ObjectNode create(StripeContext stripe, StripeRequest request) {
        var card = add(stripe, stripe.load(CUSTOMER, request.id()), request.text("source"));
        Fields.takeMetadata(card, request.params());
        stripe.save(card);
        return card;
    }

    /**
     * Gives a customer the card of a token; the first one is the default.
     *
     * @throws dev.treaty.stubs.vendor.VendorError if the token is unknown or used, or the card is declined
     */
    public static ObjectNode add(StripeContext stripe, ObjectNode customer, String token) {
        var details = Tokens.card(stripe, token, "source");
        details.card().attachmentDecline().ifPresent(decline -> {
            throw PaymentMethodOwner.error(decline).refusal();
        });
        var card = stripe.draft(CARD, Json.object().put(CUSTOMER, Fields.text(customer, "id")));
        card.putObject("metadata");
        details.fillLegacy(card, Json.object());
        stripe.save(card);
        stripe.emit("customer.source.created", card);
        keepAsMethod(stripe, card, details.card());
        if (!Fields.has(customer, DEFAULT)) {
            var after = customer.deepCopy();
            after.set(DEFAULT, card.path("id"));
            stripe.update(customer, after);
        }
        return card;
    }

    private static void keepAsMethod(StripeContext stripe, ObjectNode card, TestCard testCard) {
        var method = NewPaymentMethod.draftOfCard(stripe, testCard);
        method.set("id", card.path("id"));
        method.set(CUSTOMER, card.path(CUSTOMER));
        stripe.save(method);
    }

    private static ObjectNode retrieve(StripeContext stripe, StripeRequest request) {
        return stripe.find(CARD, request.id())
                .filter(card -> Fields.text(card, CUSTOMER).equals(request.path("customerId")))
                .orElseThrow(() -> StripeError.invalid(404, "No such source: '%s'".formatted(request.id()))
                        .code("resource_missing")
                        .param("id")
                        .refusal()
                        .ofUnknownId(request.id()));
    }

    private static ObjectNode update(StripeContext stripe, StripeRequest request) {
        var before = retrieve(stripe, request);
        var after = before.deepCopy();
        Fields.take(
                after,
                request.params(),
                "address_city",
                "address_country",
                "address_line1",
                "address_line2",
                "address_state",
                "address_zip",
                "exp_month",
                "exp_year",
                "metadata",
                "name");
        stripe.save(after);
        stripe.emit("customer.source.updated", before, after);
        return after;
    }

    private static ObjectNode delete(StripeContext stripe, StripeRequest request) {
        var card = retrieve(stripe, request);
        var deleted = stripe.delete(card);
        stripe.find(METHOD, request.id()).ifPresent(stripe::delete);
        stripe.find(CUSTOMER, request.path("customerId"))
                .filter(customer -> Fields.text(customer, DEFAULT).equals(request.id()))
                .ifPresent(customer -> {
                    var after = customer.deepCopy();
                    after.putNull(DEFAULT);
                    stripe.update(customer, after);
                });
        stripe.emit("customer.source.deleted", card);
        return deleted;
    }
}
