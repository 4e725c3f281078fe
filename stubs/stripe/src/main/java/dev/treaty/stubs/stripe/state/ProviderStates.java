package dev.treaty.stubs.stripe.state;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.stripe.event.EventCause;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeEnvironment;
import dev.treaty.stubs.stripe.request.Idempotency;
import dev.treaty.stubs.stripe.request.Refusals;
import dev.treaty.stubs.stripe.resource.VisibleFields;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** The provider states of the contracts, those that Stripe's sandbox cannot be brought into as well. */
public final class ProviderStates {

    private static final String PAYMENT = "payment_intent";
    private static final String CHARGE = "charge";

    private static final Map<String, String> FORM = Map.of(
            "amount", "2000",
            "currency", "eur",
            "automatic_payment_methods[enabled]", "true",
            "automatic_payment_methods[allow_redirects]", "never");

    /** The test payment method for each decline code. */
    private static final Map<String, String> DECLINING = Map.of(
            "generic_decline", "pm_card_chargeDeclined",
            "insufficient_funds", "pm_card_chargeDeclinedInsufficientFunds",
            "lost_card", "pm_card_chargeDeclinedLostCard",
            "stolen_card", "pm_card_chargeDeclinedStolenCard",
            "expired_card", "pm_card_chargeDeclinedExpiredCard",
            "incorrect_cvc", "pm_card_chargeDeclinedIncorrectCvc",
            "processing_error", "pm_card_chargeDeclinedProcessingError");

    private final Map<String, State> states = Map.ofEntries(
            entry("a customer exists", ProviderStates::customer),
            entry("a payment exists", ProviderStates::payment),
            entry("a payment has failed", ProviderStates::failedPayment),
            entry("a charge is partially refunded", ProviderStates::refundedCharge),
            entry("charges exist", ProviderStates::charges),
            entry("an idempotency key has been used for a payment", ProviderStates::usedKey),
            entry("the rate limit is exceeded", ProviderStates::rateLimit),
            entry("a payment is locked by another request", ProviderStates::lockedPayment),
            entry("no customer exists", (account, parameters) -> {}),
            entry("no payment exists", (account, parameters) -> {}),
            entry("an API key has been revoked", (account, parameters) -> {}));

    private final StripeEnvironment environment;

    /** @param environment by which requests are answered */
    public ProviderStates(StripeEnvironment environment) {
        this.environment = environment;
    }

    /**
     * Brings about a state; objects get the ids that its parameters name.
     *
     * @return values for the state's parameters
     * @throws IllegalArgumentException if there is no such state
     */
    public Map<String, Object> bringAbout(World world, String name, ObjectNode parameters) {
        var state = states.get(name);
        if (state == null) {
            throw new IllegalArgumentException(name);
        }
        var stripe = environment.context(world, EventCause.TIME);
        state.bringAbout(new Account(stripe, new LocalRequests(stripe, environment.routes())), parameters);
        var values = new HashMap<String, Object>();
        parameters.properties().forEach(parameter -> {
            if (parameter.getValue().isTextual()) {
                values.put(parameter.getKey(), parameter.getValue().textValue());
            }
        });
        return values;
    }

    private static void customer(Account account, ObjectNode parameters) {
        account.reserve("customer", parameters.path("id"));
        account.requests().send("POST /v1/customers", "", Map.of());
    }

    private static void payment(Account account, ObjectNode parameters) {
        var status = parameters.path("status").asText("requires_payment_method");
        var form = new HashMap<>(FORM);
        if (status.equals("requires_capture")
                || parameters.path("capture_method").asText().equals("manual")) {
            form.put("capture_method", "manual");
        }
        var id = account.create(parameters, form);
        switch (status) {
            case "succeeded", "requires_capture" -> account.confirm(id, "pm_card_visa");
            case "requires_action" -> account.confirm(id, "pm_card_authenticationRequired");
            case "canceled" -> account.requests().send("POST /v1/payment_intents/{id}/cancel", id, Map.of());
            default -> {
                // as it was created
            }
        }
    }

    private static void failedPayment(Account account, ObjectNode parameters) {
        var code = parameters.path("declineCode").asText("generic_decline");
        account.confirm(account.create(parameters, FORM), DECLINING.getOrDefault(code, "pm_card_chargeDeclined"));
    }

    private static void refundedCharge(Account account, ObjectNode parameters) {
        account.reserve(CHARGE, parameters.path("id"));
        account.confirm(account.create(Json.object(), FORM), "pm_card_visa");
        account.requests()
                .send(
                        "POST /v1/refunds",
                        "",
                        Map.of(
                                "charge", parameters.path("id").asText(),
                                "amount", parameters.path("amount").asText("500")));
    }

    /** The first of them is partially refunded. */
    private static void charges(Account account, ObjectNode parameters) {
        var ids = new ArrayList<String>();
        parameters.path("newestFirst").forEach(id -> ids.add(id.asText()));
        Collections.reverse(ids);
        for (var id : ids) {
            var declined = id.equals(parameters.path("declined").asText());
            account.reserve(CHARGE, Json.tree(id));
            account.confirm(account.create(Json.object(), FORM), declined ? "pm_card_chargeDeclined" : "pm_card_visa");
        }
        ids.stream()
                .findFirst()
                .ifPresent(
                        id -> account.requests().send("POST /v1/refunds", "", Map.of("charge", id, "amount", "500")));
    }

    /** The state says only the payment's amount; whatever else a request with the key has counts as the same. */
    private static void usedKey(Account account, ObjectNode parameters) {
        var form = new HashMap<>(FORM);
        form.put("amount", parameters.path("amount").asText("2000"));
        var payment =
                account.stripe().find(PAYMENT, account.create(parameters, form)).orElseThrow();
        var response =
                StubResponse.of(200, Map.of("Content-Type", "application/json"), Json.bytes(VisibleFields.of(payment)));
        var known = Json.object().put("amount", form.get("amount"));
        new Idempotency(account.stripe().world(), parameters.path("key").asText())
                .keepForAll("/v1/payment_intents", known, response);
    }

    private static void rateLimit(Account account, ObjectNode parameters) {
        Refusals.limitNext(account.stripe().world(), parameters.path("key").asText());
    }

    private static void lockedPayment(Account account, ObjectNode parameters) {
        payment(account, parameters.deepCopy().put("status", "requires_capture"));
        Refusals.lock(account.stripe().world(), parameters.path("id").asText());
    }

    /** Brings about one state. */
    @FunctionalInterface
    private interface State {

        void bringAbout(Account account, ObjectNode parameters);
    }

    /** Where a state is brought about. */
    private record Account(StripeContext stripe, LocalRequests requests) {

        /** Gives the next object of a kind an id. */
        void reserve(String kind, JsonNode id) {
            if (id.isTextual()) {
                stripe.reserveId(kind, id.textValue());
            }
        }

        /** A new payment, with the id that the state names. */
        String create(ObjectNode parameters, Map<String, String> form) {
            reserve(PAYMENT, parameters.path("id"));
            return requests.send("POST /v1/payment_intents", "", form)
                    .path("id")
                    .asText();
        }

        void confirm(String id, String paymentMethod) {
            requests.sendInVain("POST /v1/payment_intents/{id}/confirm", id, Map.of("payment_method", paymentMethod));
        }
    }
}
