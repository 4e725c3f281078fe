package dev.treaty.consumer.billing;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import dev.treaty.consumer.recording.Examples;
import java.util.function.Consumer;

/** Stripe's responses, as far as billing reads them. */
final class StripeBody {

    private StripeBody() {}

    static DslPart payment(String id, String status) {
        return payment(id, status, more -> {});
    }

    static DslPart payment(String id, String status, Consumer<LambdaDslObject> more) {
        return newJsonBody(payment -> {
                    payment(payment, id, status);
                    more.accept(payment);
                })
                .build();
    }

    static void payment(LambdaDslObject payment, String id, String status) {
        payment.stringMatcher("id", "pi_\\w+", id);
        payment.stringValue("object", "payment_intent");
        payment.integerType("amount", 2000);
        payment.stringMatcher("currency", "[a-z]{3}", "eur");
        payment.stringValue("status", status);
    }

    static void charge(LambdaDslObject charge, String id, int refunded) {
        charge.stringMatcher("id", "ch_\\w+", id);
        charge.stringValue("object", "charge");
        charge.stringMatcher("payment_intent", "pi_\\w+", "pi_42");
        charge.integerType("amount", 2000);
        charge.integerType("amount_refunded", refunded);
        charge.stringMatcher("currency", "[a-z]{3}", "eur");
        charge.integerType("created", Math.toIntExact(Examples.NOW.getEpochSecond()));
    }

    static DslPart refund(int amount) {
        return newJsonBody(refund -> {
                    refund.stringMatcher("id", "re_\\w+", "re_42");
                    refund.stringValue("object", "refund");
                    refund.integerType("amount", amount);
                    refund.stringValue("status", "succeeded");
                })
                .build();
    }

    /** Its text is for people, so any text matches. */
    static DslPart error(String type, String message, Consumer<LambdaDslObject> more) {
        return newJsonBody(body -> body.object("error", error -> {
                    error.stringValue("type", type);
                    error.stringType("message", message);
                    more.accept(error);
                }))
                .build();
    }

    static DslPart error(String type, String code, String message) {
        return error(type, message, error -> error.stringValue("code", code));
    }
}
