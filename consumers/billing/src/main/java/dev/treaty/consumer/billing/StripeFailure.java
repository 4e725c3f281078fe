package dev.treaty.consumer.billing;

import dev.treaty.pacts.errors.TreatyException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stripe did not do what was requested. The message says what happened, where, and how to fix it, without any secret.
 *
 * @see <a href="https://docs.stripe.com/error-handling">Stripe's errors</a>
 */
public abstract sealed class StripeFailure extends TreatyException {

    private StripeFailure(String what, String where, String fix, @Nullable Throwable cause) {
        super("%s.".formatted(what), where, fix, cause);
    }

    /** The request itself is wrong (400, 404); repeating it will not help. */
    public static final class WrongRequest extends StripeFailure {

        private final String code;
        private final @Nullable String parameter;

        WrongRequest(String code, @Nullable String parameter, String stripeMessage, String where, Throwable cause) {
            super(
                    "Stripe rejected an invalid request: %s%s; its message: %s"
                            .formatted(
                                    code,
                                    parameter == null ? "" : " (" + parameter + ")",
                                    withoutFullStop(stripeMessage)),
                    where,
                    "correct the request; https://docs.stripe.com/error-codes explains each code",
                    cause);
            this.code = code;
            this.parameter = parameter;
        }

        /** Stripe's error code, e.g. {@code "parameter_missing"}. */
        public String code() {
            return code;
        }

        /** The parameter that is wrong, if it is a single one, e.g. {@code "currency"}. */
        public Optional<String> parameter() {
            return Optional.ofNullable(parameter);
        }
    }

    /** The card was declined (402) by a call whose result does not provide for it, e.g. when reserved money is captured. */
    public static final class CardDeclined extends StripeFailure {

        private final String declineCode;
        private final String messageForCardholder;

        CardDeclined(String declineCode, String stripeMessage, String where, Throwable cause) {
            super(
                    "The card was declined: %s; Stripe's message: %s"
                            .formatted(declineCode, withoutFullStop(stripeMessage)),
                    where,
                    "ask the customer for another card",
                    cause);
            this.declineCode = declineCode;
            this.messageForCardholder = stripeMessage;
        }

        /** Why, as in {@link Charge.Declined#declineCode()}. */
        public String declineCode() {
            return declineCode;
        }

        /** Stripe's message for the cardholder, in English. */
        public String messageForCardholder() {
            return messageForCardholder;
        }
    }

    /** The idempotency key was used before, with other parameters (400); nothing was done this time. */
    public static final class KeyReused extends StripeFailure {
        KeyReused(String stripeMessage, String where, Throwable cause) {
            super(
                    "Stripe knows this idempotency key from a request with other parameters; its message: "
                            + withoutFullStop(stripeMessage),
                    where,
                    "check what the first request did; a different request needs a different number",
                    cause);
        }
    }

    /** The API key is wrong, revoked, or may not do this (401, 403). */
    public static final class KeyRefused extends StripeFailure {
        KeyRefused(int status, String where, Throwable cause) {
            super(
                    "Stripe does not accept the API key (%d)".formatted(status),
                    where,
                    "use a current secret key with the required permissions from the Stripe dashboard",
                    cause);
        }
    }

    /** Too many requests, or too many for the same object (429); this one was not carried out. */
    public static final class RateLimited extends StripeFailure {

        private final String code;

        RateLimited(String code, String where, Throwable cause) {
            super(
                    "Stripe accepts no more requests for now: " + code,
                    where,
                    "try again in a few seconds, and less often; the idempotency key stays the same",
                    cause);
            this.code = code;
        }

        /** Stripe's error code: {@code "rate_limit"}, or {@code "lock_timeout"} while another request holds the object. */
        public String code() {
            return code;
        }
    }

    /** No response in time, or a server error (5xx, 409): it is unknown whether the request was carried out. */
    public static final class Unavailable extends StripeFailure {
        Unavailable(String what, String where, Throwable cause) {
            super(
                    what,
                    where,
                    "try again later: the idempotency key stays the same, so nothing happens twice;"
                            + " https://status.stripe.com",
                    cause);
        }
    }

    /** Stripe's response is something that billing does not understand, such as a new status. */
    public static final class UnexpectedResponse extends StripeFailure {
        UnexpectedResponse(String response, String where, @Nullable Throwable cause) {
            super(
                    "Stripe sent a response that billing does not understand: " + response,
                    where,
                    "look the object up in the Stripe dashboard before trying again, and add the case to billing",
                    cause);
        }
    }

    private static String withoutFullStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
