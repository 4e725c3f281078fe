package dev.treaty.consumer.billing;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.service.V1Services;
import java.util.Optional;

/** The connection to Stripe for one account; safe to share between threads. */
public final class StripeConnection {

    private final StripeAccount account;
    private final StripeClient client;

    /** Connects on the first request. */
    public StripeConnection(StripeAccount account) {
        this.account = account;
        this.client = StripeClient.builder()
                .setApiBase(account.url().toString())
                .setApiKey(account.apiKey())
                .setConnectTimeout(Math.toIntExact(account.connectTimeout().toMillis()))
                .setReadTimeout(Math.toIntExact(account.readTimeout().toMillis()))
                .setMaxNetworkRetries(account.retries())
                .build();
    }

    /** One request to Stripe, made with its own library. */
    @FunctionalInterface
    interface Request<T> {
        T send(V1Services stripe) throws StripeException;
    }

    /**
     * Sends a request to Stripe, and turns what stripe-java throws into the failures that billing distinguishes.
     *
     * @param what the request is for, for the failure's message, e.g. {@code "payment of invoice 6735"}
     */
    <T> T send(String what, Request<T> request) {
        var where = what + " at " + account.url();
        try {
            return request.send(client.v1());
        } catch (StripeException e) {
            throw failure(e, e.getRequestId() == null ? where : where + ", request " + e.getRequestId());
        } catch (NullPointerException e) {
            // stripe-java 33.3.0 throws this when a response has no body, like those of proxies in front of Stripe.
            throw new StripeFailure.Unavailable("Stripe's response has no body", where, e);
        }
    }

    private static StripeFailure failure(StripeException e, String where) {
        var code = Optional.ofNullable(e.getCode()).orElse("no code");
        var stripeMessage = Optional.ofNullable(e.getStripeError())
                .flatMap(error -> Optional.ofNullable(error.getMessage()))
                .orElse("(no message)");
        if (e instanceof CardException card) {
            return new StripeFailure.CardDeclined(
                    Optional.ofNullable(card.getDeclineCode()).orElse(code), stripeMessage, where, e);
        }
        if (e instanceof IdempotencyException) {
            return new StripeFailure.KeyReused(stripeMessage, where, e);
        }
        if (e instanceof InvalidRequestException wrong) {
            return new StripeFailure.WrongRequest(code, wrong.getParam(), stripeMessage, where, e);
        }
        if (e instanceof AuthenticationException || e instanceof PermissionException) {
            return new StripeFailure.KeyRefused(e.getStatusCode(), where, e);
        }
        if (e instanceof RateLimitException) {
            return new StripeFailure.RateLimited(code, where, e);
        }
        if (e instanceof ApiConnectionException) {
            // Not its own message, which names api.stripe.com even if the URL is another.
            var cause = Optional.ofNullable(e.getCause()).orElse(e);
            return new StripeFailure.Unavailable("Stripe did not respond: " + cause.getMessage(), where, e);
        }
        return e.getStatusCode() == 409 || e.getStatusCode() >= 500
                ? new StripeFailure.Unavailable("Stripe responded with status " + e.getStatusCode(), where, e)
                : new StripeFailure.UnexpectedResponse("status " + e.getStatusCode(), where, e);
    }
}
