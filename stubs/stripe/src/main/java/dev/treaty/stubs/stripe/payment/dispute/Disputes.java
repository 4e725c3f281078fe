package dev.treaty.stubs.stripe.payment.dispute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.payment.charge.ChargeAttempt;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * Disputes of charges with certain test cards. They are opened right after the charge; evidence with a magic text decides them a
 * little later.
 *
 * @see <a href="https://docs.stripe.com/api/disputes">Stripe, disputes</a>
 * @see <a href="https://docs.stripe.com/testing#disputes">Stripe, disputes in test mode</a>
 */
public final class Disputes implements StripeFeature {

    private static final String KIND = "dispute";
    private static final String STATUS = "status";
    private static final String REFUNDABLE = "is_charge_refundable";
    private static final String DECIDE = "dispute.decide";
    private static final String EXPIRE = "dispute.expire";
    private static final Set<String> CLOSED = Set.of("won", "lost", "warning_closed");

    private static final Duration RESPONSE_TIME = Duration.ofDays(9);
    private static final Duration BANK = Duration.ofSeconds(3);

    @Override
    public void register(StripeRoutes routes) {
        routes.simulates(KIND, "radar.early_fraud_warning")
                .on("POST /v1/disputes/{id}", Disputes::update)
                .on("POST /v1/disputes/{id}/close", Disputes::close)
                .due(ChargeAttempt.DISPUTE, Disputes::open)
                .due(DECIDE, Disputes::decide)
                .due(EXPIRE, Disputes::expire);
    }

    private static void open(StripeContext stripe, ObjectNode data) {
        var charge = stripe.load("charge", Fields.text(data, "charge"));
        var reason = Fields.text(data, "reason");
        if (reason.equals("early_fraud_warning")) {
            warn(stripe, charge);
        } else {
            open(stripe, charge, DisputeCause.of(reason));
        }
    }

    private static void warn(StripeContext stripe, ObjectNode charge) {
        var warning = Json.object()
                .put("actionable", true)
                .put("charge", Fields.text(charge, "id"))
                .put("fraud_type", "misc");
        Fields.take(warning, charge, "payment_intent");
        stripe.create("radar.early_fraud_warning", warning);
    }

    private static void open(StripeContext stripe, ObjectNode charge, DisputeCause cause) {
        var card = charge.path("payment_method_details").path("card");
        var dispute = stripe.draft(KIND, Json.object());
        Fields.take(dispute, charge, "currency", "payment_intent");
        dispute.put("amount", charge.path("amount_captured").asLong())
                .put("charge", Fields.text(charge, "id"))
                .put("reason", cause.reason())
                .put(REFUNDABLE, cause.isInquiry())
                .put(STATUS, cause.isInquiry() ? "warning_needs_response" : "needs_response");
        dispute.set("payment_method_details", cause.details(Fields.text(card, "brand")));
        dispute.putArray("enhanced_eligibility_types");
        dispute.putObject("evidence_details")
                .put("due_by", dueBy(stripe))
                .put("has_evidence", false)
                .put("past_due", false)
                .put("submission_count", 0)
                .put("submission_method", "not_submitted")
                .putObject("enhanced_eligibility");
        stripe.save(charge.put("disputed", true));
        if (!cause.isInquiry()) {
            DisputedMoney.withdraw(stripe, dispute);
        }
        stripe.save(dispute);
        stripe.schedule(
                Instant.ofEpochSecond(dispute.at("/evidence_details/due_by").asLong()),
                EXPIRE,
                Json.object().put("id", Fields.text(dispute, "id")));
        stripe.emit("charge.dispute.created", dispute);
        if (!cause.isInquiry()) {
            stripe.emit("charge.dispute.funds_withdrawn", dispute);
        }
    }

    /** The last second of a day. */
    private static long dueBy(StripeContext stripe) {
        return stripe.instant().plus(RESPONSE_TIME).truncatedTo(ChronoUnit.DAYS).getEpochSecond() - 1;
    }

    private static ObjectNode opened(StripeContext stripe, StripeRequest request) {
        var dispute = stripe.load(KIND, request.id());
        if (CLOSED.contains(Fields.text(dispute, STATUS))) {
            throw StripeError.invalid("This dispute is already closed").refusal();
        }
        return dispute;
    }

    private static ObjectNode update(StripeContext stripe, StripeRequest request) {
        var before = opened(stripe, request);
        var after = before.deepCopy();
        Fields.take(after, request.params(), "evidence", "metadata", "intended_submission_method");
        if (request.has("evidence") && after.path("evidence_details") instanceof ObjectNode details) {
            details.put("has_evidence", true);
            if (!request.has("submit") || request.flag("submit")) {
                submit(stripe, after, details);
            }
        }
        stripe.save(after);
        stripe.emit("charge.dispute.updated", before, after);
        return after;
    }

    private static void submit(StripeContext stripe, ObjectNode dispute, ObjectNode details) {
        details.put("submission_count", details.path("submission_count").asInt() + 1)
                .put("submission_method", "manual");
        var inquiry = Fields.text(dispute, STATUS).startsWith("warning_");
        dispute.put(STATUS, inquiry ? "warning_under_review" : "under_review");
        var text = Fields.text(dispute.path("evidence"), "uncategorized_text");
        if (Set.of("winning_evidence", "losing_evidence", "escalate_inquiry_evidence")
                .contains(text)) {
            stripe.schedule(
                    stripe.instant().plus(BANK),
                    DECIDE,
                    Json.object().put("id", Fields.text(dispute, "id")).put("evidence", text));
        }
    }

    private static void decide(StripeContext stripe, ObjectNode data) {
        var dispute = stripe.load(KIND, Fields.text(data, "id"));
        var inquiry = Fields.text(dispute, STATUS).startsWith("warning_");
        switch (Fields.text(data, "evidence")) {
            case "winning_evidence" -> win(stripe, dispute, inquiry);
            case "losing_evidence" -> finish(stripe, dispute, inquiry ? "warning_closed" : "lost");
            default -> escalate(stripe, dispute);
        }
    }

    /** Nobody has responded in time. */
    private static void expire(StripeContext stripe, ObjectNode data) {
        stripe.find(KIND, Fields.text(data, "id"))
                .filter(dispute -> Fields.text(dispute, STATUS).endsWith("needs_response"))
                .ifPresent(dispute -> {
                    var inquiry = Fields.text(dispute, STATUS).startsWith("warning_");
                    dispute.withObject("/evidence_details").put("past_due", true);
                    finish(stripe, dispute, inquiry ? "warning_closed" : "lost");
                });
    }

    private static void win(StripeContext stripe, ObjectNode dispute, boolean inquiry) {
        dispute.put(REFUNDABLE, true);
        if (!inquiry) {
            DisputedMoney.reinstate(stripe, dispute);
            stripe.emit("charge.dispute.funds_reinstated", dispute);
        }
        finish(stripe, dispute, inquiry ? "warning_closed" : "won");
    }

    private static void escalate(StripeContext stripe, ObjectNode dispute) {
        var before = dispute.deepCopy();
        dispute.put(REFUNDABLE, false).put(STATUS, "needs_response");
        DisputedMoney.withdraw(stripe, dispute);
        stripe.save(dispute);
        stripe.emit("charge.dispute.updated", before, dispute);
        stripe.emit("charge.dispute.funds_withdrawn", dispute);
    }

    private static ObjectNode close(StripeContext stripe, StripeRequest request) {
        var dispute = opened(stripe, request);
        dispute.put(REFUNDABLE, false);
        finish(stripe, dispute, "lost");
        return dispute;
    }

    private static void finish(StripeContext stripe, ObjectNode dispute, String status) {
        stripe.save(dispute.put(STATUS, status));
        stripe.emit("charge.dispute.closed", dispute);
    }
}
