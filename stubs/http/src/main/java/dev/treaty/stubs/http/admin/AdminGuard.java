package dev.treaty.stubs.http.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.stubs.http.response.CachedResponse;
import dev.treaty.stubs.http.response.HttpProblem;
import dev.treaty.stubs.http.response.StubResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.http.HttpMethod;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/**
 * Decides who may use the admin API. Its users can make the server send anything to any client. Therefore:
 *
 * <ul>
 *   <li>Pages from other origins may not (RFC 6454); otherwise, any web site that a developer visits could.
 *   <li>On loopback, a request must be addressed to loopback, not to a name that a web site has pointed there (DNS rebinding).
 *   <li>If the server has a token, a request must present it; without a token, nobody may use the API if the server listens beyond loopback.
 * </ul>
 *
 * Anybody may ask whether the server is alive: {@code GET /__admin/health}.
 */
public final class AdminGuard extends HandlerWrapper {

    private static final String ROOT = "/__admin";
    private static final String CHALLENGE = HttpHeader.WWW_AUTHENTICATE.asString();
    private static final String HEALTH = ROOT + "/health";
    private static final Set<String> FROM_HERE = Set.of("same-origin", "none");
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /** The way any client sends a token (RFC 6750), WireMock's own client, or a browser that has asked for it (RFC 7617). */
    private static final Pattern TOKEN = Pattern.compile("(Bearer|Token|Basic) +(\\S+) *", Pattern.CASE_INSENSITIVE);

    private final String address;
    private final boolean onLoopback;
    private final @Nullable String token;
    private final BiFunction<Request, HttpProblem, StubResponse> refusals;

    /**
     * @param address that the server listens on
     * @param token null for none
     * @param refusals the response to a request that is refused
     */
    public AdminGuard(String address, @Nullable String token, BiFunction<Request, HttpProblem, StubResponse> refusals) {
        this.address = address;
        this.token = token;
        this.refusals = refusals;
        onLoopback = isLoopback(address);
    }

    /** Whether it refuses every request. */
    public boolean isClosed() {
        return token == null && !onLoopback;
    }

    /** Whether a decoded path belongs to the admin API. */
    public static boolean guards(String target) {
        return target.equals(ROOT) || target.startsWith(ROOT + "/");
    }

    @Override
    public void handle(String target, Request request, HttpServletRequest asServlet, HttpServletResponse response)
            throws IOException, ServletException {
        var refusal = guards(target) ? refusal(target, request) : Optional.<HttpProblem>empty();
        if (refusal.isEmpty()) {
            super.handle(target, request, asServlet, response);
            return;
        }
        request.setHandled(true);
        CachedResponse.of(refused(request, refusal.get())).write(request.getResponse());
    }

    private StubResponse refused(Request request, HttpProblem problem) {
        var response = refusals.apply(request, problem);
        return problem.status() == HttpServletResponse.SC_UNAUTHORIZED
                        && !response.headers().containsKey(CHALLENGE)
                ? response.withHeader(CHALLENGE, "Bearer")
                : response;
    }

    /**
     * The response to a person who may not see the page; empty if they may. A link from elsewhere may lead to it: it shows itself to the
     * person only, and changes nothing.
     */
    public Optional<StubResponse> refusalOfPage(Request request) {
        var fields = request.getHttpFields();
        var isLink = "navigate".equals(fields.get("Sec-Fetch-Mode"))
                && "document".equals(fields.get("Sec-Fetch-Dest"))
                && !fields.contains(HttpHeader.ORIGIN);
        return (isLink ? refusalOfUser(request) : refusal(ROOT, request)).map(problem -> refused(request, problem));
    }

    /**
     * Why a request may not control a provider's replay; empty if it may. The same origins are refused. A token is not required, because
     * the request acts on nothing but the account of its credentials, which the provider's own API lets it do as well.
     */
    public Optional<HttpProblem> refusalOfControl(Request request) {
        if (isFromAnotherOrigin(request)) {
            return Optional.of(HttpProblem.foreignOrigin(request.getHttpFields().get(HttpHeader.ORIGIN)));
        }
        return onLoopback && !isForLoopback(request)
                ? Optional.of(HttpProblem.foreignHost(request.getServerName()))
                : Optional.empty();
    }

    private Optional<HttpProblem> refusal(String target, Request request) {
        if (isFromAnotherOrigin(request)) {
            return Optional.of(HttpProblem.foreignOrigin(request.getHttpFields().get(HttpHeader.ORIGIN)));
        }
        if (target.equals(HEALTH) && HttpMethod.GET.is(request.getMethod())) {
            return Optional.empty();
        }
        return refusalOfUser(request);
    }

    private Optional<HttpProblem> refusalOfUser(Request request) {
        if (isClosed()) {
            return Optional.of(HttpProblem.adminClosed(address));
        }
        if (token == null) {
            return isForLoopback(request)
                    ? Optional.empty()
                    : Optional.of(HttpProblem.foreignHost(request.getServerName()));
        }
        return hasToken(request, token) ? Optional.empty() : Optional.of(HttpProblem.adminTokenRequired());
    }

    private static boolean isFromAnotherOrigin(Request request) {
        var fields = request.getHttpFields();
        var here = (request.isSecure() ? "https://" : "http://") + fields.get(HttpHeader.HOST);
        return !FROM_HERE.containsAll(fields.getValuesList("Sec-Fetch-Site"))
                || !fields.getValuesList(HttpHeader.ORIGIN).stream().allMatch(here::equalsIgnoreCase);
    }

    private boolean isForLoopback(Request request) {
        var host = String.valueOf(request.getServerName()).toLowerCase(Locale.ROOT);
        return LOOPBACK_NAMES.contains(host) || host.equalsIgnoreCase(address);
    }

    private static boolean hasToken(Request request, String token) {
        var sent = request.getHttpFields().get(HttpHeader.AUTHORIZATION);
        var known = TOKEN.matcher(sent == null ? "" : sent);
        if (!known.matches()) {
            return false;
        }
        var value = known.group(1).equalsIgnoreCase("Basic") ? password(known.group(2)) : known.group(2);
        return MessageDigest.isEqual(value.getBytes(UTF_8), token.getBytes(UTF_8));
    }

    /** What follows the name, which may be any. */
    private static String password(String credentials) {
        try {
            var decoded = new String(Base64.getDecoder().decode(credentials), UTF_8);
            return decoded.substring(decoded.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false; // nor can the server listen on it
        }
    }
}
