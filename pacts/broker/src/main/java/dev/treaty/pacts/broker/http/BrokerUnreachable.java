package dev.treaty.pacts.broker.http;

import dev.treaty.pacts.errors.SecretValues;
import dev.treaty.pacts.errors.TreatyException;
import java.io.IOException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The broker did not answer, or what answered is not a Pact Broker: nothing is known, neither yes nor no. */
public final class BrokerUnreachable extends TreatyException {

    /** Has every link that this client follows; the last that it got is that of a branch. */
    static final String OLDEST_VERSION = "2.109";

    BrokerUnreachable(String what, String where, String fix, @Nullable Throwable cause) {
        super(what, where, fix, cause);
    }

    static BrokerUnreachable because(String why, String where, String fix, @Nullable Throwable cause) {
        return new BrokerUnreachable("The broker cannot be asked: %s.".formatted(why), where, fix, cause);
    }

    /** No answer came. */
    static BrokerUnreachable because(IOException failure, BrokerRequest request) {
        if (failure instanceof SSLException) {
            return because(
                    "its certificate is not trusted, or it does not speak TLS (%s)".formatted(failure.getMessage()),
                    request.where(),
                    "check http or https in the address; for a company's own certificates, name their file with --ssl-certificate or SSL_CERT_FILE",
                    failure);
        }
        if (failure instanceof UnusableBody) {
            return because(
                    "an answer began, but " + failure.getMessage(),
                    request.where(),
                    "check that the address is a Pact Broker's, and look into the log of what stands in front of it",
                    failure);
        }
        return because(
                "no answer (%s)".formatted(reason(failure, request)),
                request.where(),
                "check %s, the network, and the proxy (HTTPS_PROXY, NO_PROXY)"
                        .formatted(mayLackTls(failure, request) ? "http or https in the address" : "the address"),
                failure);
    }

    /** The client's time to connect includes the handshake, which a server without TLS may never answer. */
    private static boolean mayLackTls(IOException failure, BrokerRequest request) {
        return failure instanceof HttpConnectTimeoutException
                && request.uri().getScheme().equals("https");
    }

    private static String reason(IOException failure, BrokerRequest request) {
        if (failure.getCause() instanceof UnresolvedAddressException
                || (failure.getCause() != null
                        && failure.getCause().getCause() instanceof UnresolvedAddressException)) {
            return "nothing has the name " + request.uri().getHost();
        }
        if (failure instanceof HttpConnectTimeoutException) {
            return "no connection%s in %d s"
                    .formatted(
                            mayLackTls(failure, request) ? ", or no TLS on it," : "",
                            BrokerRequest.CONNECT_TIMEOUT.toSeconds());
        }
        return failure instanceof HttpTimeoutException
                ? "nothing came in %d s".formatted(BrokerRequest.TIMEOUT.toSeconds())
                : failure.getClass().getSimpleName();
    }

    /** An answer came that says nothing about the request. */
    static BrokerUnreachable because(BrokerResponse response) {
        if (response.status() == 407) {
            return because(
                    "the proxy requires credentials, or refuses those that it got",
                    response.where(),
                    "write them into HTTPS_PROXY, as in http://user:password@proxy.example:3128",
                    null);
        }
        return response.status() < 400
                ? redirect(response)
                : because(
                        "it answered: " + String.join("; ", ErrorTexts.in(response)),
                        response.where(),
                        "try again; if it persists, look into the broker's log",
                        null);
    }

    /** A redirect of a login page may have secrets in its query, and any may have a user in it. */
    private static BrokerUnreachable redirect(BrokerResponse response) {
        var target = SecretValues.replace(response.location().replaceFirst("[?#].*", ""), "…");
        var isToHttps = response.request().uri().getScheme().equals("http") && target.startsWith("https:");
        return because(
                "it redirects to " + target,
                response.where(),
                isToHttps
                        ? "write https:// in the address"
                        : "use the address that it redirects to, if you trust it; if it is a page to log in, set "
                                + BrokerCredentials.VARIABLES,
                null);
    }

    static BrokerUnreachable notABroker(String where) {
        return new BrokerUnreachable(
                "The answer is not that of a Pact Broker.",
                where,
                "check the address; the page at it must be the broker's",
                null);
    }

    static BrokerUnreachable withoutLink(String relation) {
        return new BrokerUnreachable(
                "The broker's answer lacks a link.",
                "\"%s\" in its _links".formatted(relation),
                "upgrade the broker to %s or newer".formatted(OLDEST_VERSION),
                null);
    }

    static BrokerUnreachable withoutList(String name) {
        return new BrokerUnreachable(
                "The answer is not that of a Pact Broker.",
                "there is no list \"%s\" in its _embedded".formatted(name),
                "check the address, and whether a proxy answers in place of the broker",
                null);
    }

    static BrokerUnreachable withoutEnd(String name) {
        return new BrokerUnreachable(
                "The broker's list has no end.",
                "the pages of \"%s\"".formatted(name),
                "check the address, and whether a proxy answers in place of the broker",
                null);
    }

    /** The broker's answer has a link of an unknown form. */
    public static BrokerUnreachable unknownLink(HalLink link) {
        return new BrokerUnreachable(
                "A link of the broker does not name the content of a contract.",
                link.href(),
                "check that this is a Pact Broker of version %s or newer".formatted(OLDEST_VERSION),
                null);
    }
}
