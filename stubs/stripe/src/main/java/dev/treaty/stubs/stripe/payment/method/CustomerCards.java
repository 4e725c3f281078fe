package dev.treaty.stubs.stripe.payment.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.payment.card.TestCard;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.stripe.resource.ObjectPage;
import dev.treaty.stubs.vendor.world.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What customers paid with before there were PaymentMethods: cards, bank accounts and {@linkplain Sources sources}. Each is a PaymentMethod
 * with the same id as well.
 *
 * @see <a href="https://docs.stripe.com/api/cards">Stripe, cards</a>
 */
public final class CustomerCards implements StripeFeature {

    private static final String CARD = "card";
    private static final String BANK_ACCOUNT = "bank_account";
    private static final List<String> KINDS = List.of(CARD, BANK_ACCOUNT, Sources.KIND);
    private static final String METHOD = "payment_method";

    /** Of the two small deposits, in cents (Stripe, testing ACH). */
    private static final Set<Long> DEPOSITS = Set.of(32L, 45L);

    private static final String CUSTOMER = "customer";
    private static final String DEFAULT = "default_source";

    @Override
    public void register(StripeRoutes routes) {
        routes.simulates(CARD, BANK_ACCOUNT)
                .on("POST /v1/customers/{customerId}/sources/{id}/verify", CustomerCards::verify)
                .on("GET /v1/customers/{id}/sources", CustomerCards::list)
                .on("POST /v1/customers/{id}/sources", CustomerCards::create)
                .on("GET /v1/customers/{customerId}/sources/{id}", CustomerCards::retrieve)
                .on("POST /v1/customers/{customerId}/sources/{id}", CustomerCards::update)
                .on("DELETE /v1/customers/{customerId}/sources/{id}", CustomerCards::delete);
    }

    private static ObjectNode list(StripeContext stripe, StripeRequest request) {
        stripe.load(CUSTOMER, request.id());
        return page(stripe, request.id(), request.params());
    }

    /** A page of what a customer has. */
    public static ObjectNode page(StripeContext stripe, String customer, ObjectNode params) {
        var wanted = Fields.text(params, "object");
        var all = Json.object().arrayNode();
        KINDS.stream()
                .filter(kind -> wanted.isEmpty() || wanted.equals(kind))
                .forEach(kind ->
                        stripe.list(kind).where(CUSTOMER, customer).all().forEach(all::add));
        return ObjectPage.of(all, CARD, params, "/v1/customers/%s/sources".formatted(customer));
    }

    private static ObjectNode create(StripeContext stripe, StripeRequest request) {
        var source = add(stripe, stripe.load(CUSTOMER, request.id()), request.text("source"));
        Fields.takeMetadata(source, request.params());
        stripe.save(source);
        return source;
    }

    /**
     * Gives a customer the card or bank account of a token, or a source; the first one is the default.
     *
     * @throws dev.treaty.stubs.vendor.VendorError if the token is unknown or used, or the card is declined
     */
    public static ObjectNode add(StripeContext stripe, ObjectNode customer, String token) {
        var source = token.startsWith("src_")
                ? Sources.attach(stripe, token, Fields.text(customer, "id"))
                : token.startsWith("btok_") ? bankAccount(stripe, customer, token) : card(stripe, customer, token);
        stripe.emit("customer.source.created", source);
        if (!Fields.has(customer, DEFAULT)) {
            var after = customer.deepCopy();
            after.set(DEFAULT, source.path("id"));
            stripe.update(customer, after);
        }
        return source;
    }

    /** Gives a customer another default, which takes the place of the one before. */
    public static void replaceDefault(StripeContext stripe, ObjectNode customer, String token) {
        var before = Fields.text(customer, DEFAULT);
        var added = add(stripe, customer, token);
        if (before.isEmpty()) {
            return;
        }
        var replaced = stripe.load(CUSTOMER, Fields.text(customer, "id"));
        var after = replaced.deepCopy();
        after.set(DEFAULT, added.path("id"));
        stripe.update(replaced, after);
        KINDS.stream().flatMap(kind -> stripe.find(kind, before).stream()).forEach(old -> remove(stripe, old));
    }

    private static ObjectNode bankAccount(StripeContext stripe, ObjectNode customer, String token) {
        var account = Tokens.bankAccount(stripe, token);
        account.set(CUSTOMER, customer.path("id"));
        account.putObject("metadata");
        stripe.save(account);
        return account;
    }

    private static ObjectNode card(StripeContext stripe, ObjectNode customer, String token) {
        var details = Tokens.card(stripe, token, "source");
        details.card().attachmentDecline().ifPresent(decline -> {
            throw PaymentMethodOwner.error(decline).refusal();
        });
        var card = stripe.draft(CARD, Json.object().put(CUSTOMER, Fields.text(customer, "id")));
        card.putObject("metadata");
        details.fillLegacy(card, Json.object());
        stripe.save(card);
        keepAsMethod(stripe, card, details.card());
        return card;
    }

    /** By the amounts of two small deposits; from then on, the account can be charged. */
    private static ObjectNode verify(StripeContext stripe, StripeRequest request) {
        var account = retrieve(stripe, request);
        var amounts = new HashSet<Long>();
        request.params().path("amounts").forEach(amount -> amounts.add(amount.asLong()));
        if (!Fields.text(account, "object").equals(BANK_ACCOUNT)
                || Fields.text(account, "status").equals("verified")) {
            throw StripeError.invalid("This bank account has already been verified.")
                    .code("bank_account_verification_failed")
                    .refusal();
        }
        if (!amounts.equals(DEPOSITS)) {
            throw StripeError.invalid(
                            "The amounts provided do not match the amounts that were sent to the bank account.")
                    .code("bank_account_verification_failed")
                    .refusal();
        }
        stripe.save(account.put("status", "verified"));
        var method = NewPaymentMethod.ready(stripe, "pm_usBankAccount_success").orElseThrow();
        method.set("id", account.path("id"));
        method.set(CUSTOMER, account.path(CUSTOMER));
        stripe.save(method);
        return account;
    }

    private static void keepAsMethod(StripeContext stripe, ObjectNode card, TestCard testCard) {
        var method = NewPaymentMethod.draftOfCard(stripe, testCard);
        method.set("id", card.path("id"));
        method.set(CUSTOMER, card.path(CUSTOMER));
        stripe.save(method);
    }

    private static ObjectNode retrieve(StripeContext stripe, StripeRequest request) {
        return KINDS.stream()
                .flatMap(kind -> stripe.find(kind, request.id()).stream())
                .findFirst()
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
                "account_holder_name",
                "account_holder_type",
                "exp_month",
                "exp_year",
                "metadata",
                "name");
        stripe.save(after);
        stripe.emit("customer.source.updated", before, after);
        return after;
    }

    private static ObjectNode delete(StripeContext stripe, StripeRequest request) {
        var source = retrieve(stripe, request);
        var removed = remove(stripe, source);
        stripe.find(CUSTOMER, request.path("customerId"))
                .filter(customer -> Fields.text(customer, DEFAULT).equals(request.id()))
                .ifPresent(customer -> {
                    var after = customer.deepCopy();
                    after.putNull(DEFAULT);
                    stripe.update(customer, after);
                });
        return removed;
    }

    private static ObjectNode remove(StripeContext stripe, ObjectNode source) {
        var isSource = Fields.text(source, "object").equals(Sources.KIND);
        var removed = isSource ? Sources.detach(stripe, source) : stripe.delete(source);
        stripe.find(METHOD, Fields.text(source, "id")).ifPresent(stripe::delete);
        stripe.emit("customer.source.deleted", source);
        return removed;
    }
}
