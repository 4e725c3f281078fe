package dev.treaty.stubs.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
 * Decides who may use the admin API. Whoever may can have the server answer anything to anybody, so:
 *
 * <ul>
 *   <li>No page of another origin may (RFC 6454), or any web site that somebody visits could.
 *   <li>On loopback, a request must be addressed to loopback: a name that a web site has pointed there will not do (DNS rebinding).
 *   <li>If there is a token, it must be known; and without one, nobody may if the server listens beyond loopback.
 * </ul>
 *
 * Whether the server is alive, everybody may ask: {@code GET /__admin/health}.
 */
final class AdminGuard extends HandlerWrapper {

    private static final String ROOT = "/__admin";
    private static final String HEALTH = ROOT + "/health";
    private static final Set<String> FROM_HERE = Set.of("same-origin", "none");
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /** As any client sends a token (RFC 6750), or as WireMock's own does. */
    private static final Pattern TOKEN = Pattern.compile("(?:Bearer|Token) +(\\S+) *", Pattern.CASE_INSENSITIVE);

    private final String address;
    private final boolean onLoopback;
    private final @Nullable String token;

    /** @param address that the server listens on */
    AdminGuard(String address, @Nullable String token) {
        this.address = address;
        this.token = token;
        onLoopback = isLoopback(address);
    }

    /** Whether it lets nobody in, whatever the request. */
    boolean isShut() {
        return token == null && !onLoopback;
    }

    /** Whether a path is the admin API's, decoded. */
    static boolean guards(String target) {
        return target.equals(ROOT) || target.startsWith(ROOT + "/");
    }

    @Override
    public void handle(String target, Request request, HttpServletRequest asServlet, HttpServletResponse response)
            throws IOException, ServletException {
        var refusal = guards(target) ? refusal(target, request) : Optional.<Problem>empty();
        if (refusal.isEmpty()) {
            super.handle(target, request, asServlet, response);
            return;
        }
        request.setHandled(true);
        if (refusal.get().status() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader(HttpHeader.WWW_AUTHENTICATE.asString(), "Bearer");
        }
        PreparedAnswer.of(refusal.get().toAnswer()).write(request.getResponse());
    }

    private Optional<Problem> refusal(String target, Request request) {
        if (isOfAnotherOrigin(request)) {
            return Optional.of(Problem.foreignOrigin(request.getHttpFields().get(HttpHeader.ORIGIN)));
        }
        if (target.equals(HEALTH) && HttpMethod.GET.is(request.getMethod())) {
            return Optional.empty();
        }
        if (isShut()) {
            return Optional.of(Problem.adminClosed(address));
        }
        if (token == null) {
            return isForLoopback(request)
                    ? Optional.empty()
                    : Optional.of(Problem.foreignHost(request.getServerName()));
        }
        return knowsToken(request, token) ? Optional.empty() : Optional.of(Problem.noAdminToken());
    }

    private static boolean isOfAnotherOrigin(Request request) {
        var fields = request.getHttpFields();
        var origin = fields.get(HttpHeader.ORIGIN);
        var site = fields.get("Sec-Fetch-Site");
        return (site != null && !FROM_HERE.contains(site))
                || (origin != null && !origin.equalsIgnoreCase("http://" + fields.get(HttpHeader.HOST)));
    }

    private boolean isForLoopback(Request request) {
        var host = String.valueOf(request.getServerName()).toLowerCase(Locale.ROOT);
        return LOOPBACK_NAMES.contains(host) || host.equalsIgnoreCase(address);
    }

    private static boolean knowsToken(Request request, String token) {
        var sent = request.getHttpFields().get(HttpHeader.AUTHORIZATION);
        var known = TOKEN.matcher(sent == null ? "" : sent);
        return known.matches() && MessageDigest.isEqual(known.group(1).getBytes(UTF_8), token.getBytes(UTF_8));
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false; // nor can it be listened on
        }
    }
}
