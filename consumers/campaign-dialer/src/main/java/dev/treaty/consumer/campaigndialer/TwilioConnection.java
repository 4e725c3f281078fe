package dev.treaty.consumer.campaigndialer;

import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import java.util.Optional;
import java.util.function.Function;

/** The SDK's client for one account, set up so that every call has time-outs and is made once. Safe for many threads. */
public final class TwilioConnection {

    private final TwilioRestClient client;
    private final String description;

    /** Connects nothing yet: the first request does. */
    public TwilioConnection(TwilioEndpoint endpoint, TwilioAccount account) {
        client = new TwilioRestClient.Builder(account.sid(), account.authToken())
                .httpClient(new SingleAttemptHttpClient(endpoint))
                .build();
        description = "TwilioConnection[" + endpoint.url() + ", " + account + "]";
    }

    /**
     * Makes one call of the SDK.
     *
     * @throws AuthenticationFailed when Twilio does not accept the auth token
     * @throws TwilioRefused when Twilio will not do it
     * @throws TwilioUnavailable if there is no usable response
     */
    <T> T ask(Function<TwilioRestClient, T> request) {
        try {
            return request.apply(client);
            // The latter two are what an answer that lacks a field, or has something odd in it, comes to.
        } catch (TwilioException | NullPointerException | IllegalArgumentException unreadable) {
            throw TwilioUnavailable.maybeTaken("Twilio's answer could not be read", description, unreadable);
        }
    }

    /** Like {@link #ask}, for something that Twilio may not have (20404). */
    <T> Optional<T> find(Function<TwilioRestClient, T> request) {
        try {
            return Optional.of(ask(request));
        } catch (TwilioRefused refused) {
            if (refused.code() == TwilioRefused.NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    @Override
    public String toString() {
        return description;
    }
}
