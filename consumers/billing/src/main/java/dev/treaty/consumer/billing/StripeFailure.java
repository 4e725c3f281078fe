package dev.treaty.consumer.billing;

import dev.treaty.pacts.errors.TreatyException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stripe did not do what it was asked. The message says what happened, where, and how to fix it; no secret is in it.
 *
 * @see <a href="https://docs.stripe.com/error-handling">Stripe's errors</a>
 */
public abstract sealed class StripeFailure extends TreatyException {

    private StripeFailure(String what, String where, String fix, @Nullable Throwable cause) {
        super("%s.".formatted(what), where, fix, cause);
    }

    /** The request is wrong in itself (400, 404); sent again it will be as wrong. */
    public static final class WrongRequest extends StripeFailure {

        private final String code;
        private final @Nullable String parameter;

        WrongRequest(String code, @Nullable String parameter, String said, String where, Throwable cause) {
            super(
                    "Stripe rejected an invalid request: %s%s; it says: %s"
                            .formatted(code, parameter == null ? "" : " (" + parameter + ")", withoutFullStop(said)),
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

    /** The card was declined (402) where the result does not allow for it, e.g. when reserved money is captured. */
    public static final class CardDeclined extends StripeFailure {

        private final String declineCode;
        private final String said;

        CardDeclined(String declineCode, String said, String where, Throwable cause) {
            super(
                    "The card was declined: %s; Stripe says: %s".formatted(declineCode, withoutFullStop(said)),
                    where,
                    "ask the customer for another card",
                    cause);
            this.declineCode = declineCode;
            this.said = said;
        }

        /** Why, as in {@link Charge.Declined#declineCode()}. */
        public String declineCode() {
            return declineCode;
        }

        /** What Stripe says to the cardholder, in English. */
        public String said() {
            return said;
        }
    }

    /** The idempotency key was used before, with other parameters (400); nothing was done this time. */
    public static final class KeyReused extends StripeFailure {
        KeyReused(String said, String where, Throwable cause) {
            super(
                    "Stripe knows this idempotency key from a request with other parameters; it says: "
                            + withoutFullStop(said),
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
                    "take a current secret key with the needed permissions from the Stripe dashboard",
                    cause);
        }
    }

    /** Too many requests, or too many for the same object (429); this one was not carried out. */
    public static final class RateLimited extends StripeFailure {

        private final String code;

        RateLimited(String code, String where, Throwable cause) {
            super(
                    "Stripe takes no more requests for now: " + code,
                    where,
                    "ask again in some seconds, and less often; the idempotency key stays the same",
                    cause);
            this.code = code;
        }

        /** Stripe's error code: {@code "rate_limit"}, or {@code "lock_timeout"} while another request holds the object. */
        public String code() {
            return code;
        }
    }

    /** No answer in time, or a server error (5xx, 409): nobody knows whether the request was carried out. */
    public static final class Unavailable extends StripeFailure {
        Unavailable(String what, String where, Throwable cause) {
            super(
                    what,
                    where,
                    "ask again later: the idempotency key stays the same, so nothing happens twice;"
                            + " https://status.stripe.com",
                    cause);
        }
    }

    /** Stripe answered something that billing does not understand, such as a status that is new. */
    public static final class UnexpectedAnswer extends StripeFailure {
        UnexpectedAnswer(String answer, String where, @Nullable Throwable cause) {
            super(
                    "Stripe gave an answer that billing does not understand: " + answer,
                    where,
                    "look the object up in the Stripe dashboard before asking again, and teach billing the answer",
                    cause);
        }
    }

    private static String withoutFullStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
