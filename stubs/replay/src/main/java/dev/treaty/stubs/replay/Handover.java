package dev.treaty.stubs.replay;

import com.github.tomakehurst.wiremock.common.Gzip;
import com.github.tomakehurst.wiremock.servlet.WireMockHttpServletRequestAdapter;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.jakarta.servlet.http.HttpServletResponseWrapper;
import wiremock.org.eclipse.jetty.http.HttpURI;
import wiremock.org.eclipse.jetty.server.Handler;
import wiremock.org.eclipse.jetty.server.Request;

/**
 * How a request gets to WireMock, and what was found out about it with it, so that it is not compared twice.
 *
 * <p>WireMock unpacks whatever looks packed with gzip, an uploaded {@code .gz} file too; a contract sees unpacked what says
 * {@code Content-Encoding: gzip}, and only that. So what looks packed but does not say so is packed once more on its way.
 */
final class Handover {

    private static final ThreadLocal<@Nullable Found> UNDER_WAY = new ThreadLocal<>();

    private final Served served;

    Handover(Served served) {
        this.served = served;
    }

    /** What was found for the request that this thread answers; WireMock hands around another form of it. */
    Found found(com.github.tomakehurst.wiremock.http.Request request) {
        var known = UNDER_WAY.get();
        return known == null ? served.find(ReceivedRequest.of(Arrived.of(request))) : known;
    }

    /**
     * Has WireMock answer.
     *
     * @return false if WireMock cannot read such a request; then nothing was answered
     */
    boolean answer(Handler wireMock, String target, Request request, Body body, Arrived arrived, Found found)
            throws IOException, ServletException {
        request.setHttpURI(HttpURI.build(request.getHttpURI()).pathQuery(arrived.url()));
        var reread = new Reread(request, looksPacked(request, body.wire()) ? Gzip.gzip(body.wire()) : body.wire());
        if (!isReadableToWireMock(reread)) {
            return false;
        }
        UNDER_WAY.set(found);
        try {
            wireMock.handle(target, request, reread, new Framed(request.getResponse()));
            return true;
        } finally {
            UNDER_WAY.remove();
        }
    }

    private static boolean looksPacked(HttpServletRequest request, byte[] body) {
        var encoding = request.getHeader("Content-Encoding");
        return !"gzip".equals(encoding) && (Gzip.isGzipped(body) || (encoding != null && encoding.contains("gzip")));
    }

    /**
     * WireMock fails on what it cannot parse (a malformed form, a charset that does not exist), whether or not anybody asks
     * for the parts.
     */
    private static boolean isReadableToWireMock(HttpServletRequest request) {
        if (!isParsed(request)) {
            return true;
        }
        try {
            var adapter = new WireMockHttpServletRequestAdapter(request, null, null, false, null);
            LoggedRequest.createFrom(adapter).getBodyAsString();
            return true;
        } catch (Exception e) { // of many types, some of them checked and thrown undeclared
            return false;
        }
    }

    /** Whether WireMock parses more of it than lines. */
    private static boolean isParsed(HttpServletRequest request) {
        var query = request.getQueryString();
        if (query != null && query.indexOf('%') >= 0) {
            return true;
        }
        var contentType = request.getContentType();
        if (contentType == null) {
            return false;
        }
        var type = contentType.toLowerCase(Locale.ROOT);
        return type.contains("form") || type.contains("multipart") || type.contains("charset");
    }

    /** Keeps WireMock from saying that what was not modified has no bytes (RFC 9110, section 8.6). */
    private static final class Framed extends HttpServletResponseWrapper {

        Framed(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setContentLength(int length) {
            if (getStatus() != SC_NOT_MODIFIED) {
                super.setContentLength(length);
            }
        }
    }
}
