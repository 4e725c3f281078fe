package dev.treaty.consumer.customermail;

import com.sendgrid.Client;
import com.sendgrid.Method;
import com.sendgrid.Request;
import com.sendgrid.SendGrid;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.conn.ConnectionPoolTimeoutException;

/**
 * The SDK's client for one account, set up so that every call has time-outs, is made once, and fails if SendGrid refuses: the SDK itself
 * returns a 401 like a success. Keeps the rate limit: after a response that says that nothing is left, no request is made before the next
 * window. Safe to share between threads.
 */
public final class SendGridConnection {

    private static final String RESET = "X-RateLimit-Reset";

    /** At least, after 429: the clocks of two machines differ, and windows have whole seconds. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** At most: a header that is wrong must not silence the client for good. */
    private static final Duration LONGEST_WINDOW = Duration.ofHours(1);

    private final SendGrid sdk;
    private final RateLimitWait wait;
    private final String description;
    private volatile Instant notBefore = Instant.MIN;

    /** Connects on the first request; waits for no rate limit. */
    public SendGridConnection(SendGridEndpoint endpoint, ApiKey key) {
        this(endpoint, key, RateLimitWait.none());
    }

    /** Connects on the first request. */
    public SendGridConnection(SendGridEndpoint endpoint, ApiKey key, RateLimitWait wait) {
        sdk = new SendGrid(key.value(), new Client(BoundedHttpClient.of(endpoint), !endpoint.isSecure()));
        sdk.setHost(endpoint.hostAndPort());
        this.wait = wait;
        description = "SendGridConnection[" + endpoint.url() + "]";
    }

    /**
     * Makes one request; after 429, one more, if the window is over soon enough.
     *
     * @param path below {@code /v3/}, not encoded
     * @param body JSON, or empty
     * @throws dev.treaty.pacts.errors.TreatyException one of this package, if there is no success
     */
    SendGridReply execute(Method method, String path, Map<String, String> query, String body) {
        var where = method + " /v3/" + path;
        awaitWindow(where);
        var reply = once(method, path, query, body, where);
        if (reply.status() == 429) {
            awaitWindow(where);
            reply = once(method, path, query, body, where);
        }
        return checked(reply, where);
    }

    /** @throws TooManyRequests if the window ends later than a call may wait */
    private void awaitWindow(String where) {
        var opens = notBefore;
        var now = wait.clock().instant();
        if (!opens.isAfter(now)) {
            return;
        }
        var time = Duration.between(now, opens);
        if (time.compareTo(wait.longest()) > 0) {
            throw new TooManyRequests(opens, where);
        }
        try {
            wait.pause().pause(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooManyRequests(opens, where);
        }
    }

    private SendGridReply once(Method method, String path, Map<String, String> query, String body, String where) {
        var request = new Request();
        request.setMethod(method);
        request.setEndpoint(path);
        request.setBody(body);
        query.forEach(request::addQueryParam);
        try {
            var reply = new SendGridReply(sdk.api(request), where);
            noteWindow(reply);
            return reply;
        } catch (IOException e) {
            throw neverConnected(e)
                    ? SendGridUnavailable.notTaken("SendGrid could not be reached", where, e)
                    : SendGridUnavailable.maybeTaken("SendGrid did not respond", where, e);
        }
    }

    private static boolean neverConnected(IOException failure) {
        return failure instanceof ConnectException
                || failure instanceof ConnectTimeoutException
                || failure instanceof ConnectionPoolTimeoutException
                || failure instanceof UnknownHostException;
    }

    private void noteWindow(SendGridReply reply) {
        var now = wait.clock().instant();
        var reset = reply.time(RESET).filter(opens -> opens.isBefore(now.plus(LONGEST_WINDOW)));
        if (reply.status() == 429) {
            notBefore = later(reset.orElse(now), now.plus(PAUSE));
        } else if (reply.isLastOfWindow()) {
            notBefore = reset.orElse(now);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private SendGridReply checked(SendGridReply reply, String where) {
        var status = reply.status();
        if (status >= 200 && status < 300) {
            return reply;
        }
        if (status >= 500 || status < 400) {
            throw SendGridUnavailable.maybeTaken("SendGrid responded with status " + status, where, null);
        }
        throw switch (status) {
            case 401 -> new ApiKeyRefused(reason(reply), where);
            case 403 -> new NotPermitted(reason(reply), where);
            case 413 -> new MailTooLarge(where);
            case 429 -> new TooManyRequests(notBefore, where);
            default -> new RequestRefused(status, reply.problems(), where);
        };
    }

    private static String reason(SendGridReply reply) {
        var reason =
                reply.problems().stream().map(RequestRefused.Problem::message).collect(Collectors.joining("; "));
        return reason.isEmpty() ? "it does not say why (" + reply.status() + ")" : reason;
    }

    @Override
    public String toString() {
        return description;
    }
}
