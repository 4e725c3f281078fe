package dev.treaty.stubs.replay;

import com.github.tomakehurst.wiremock.common.Gzip;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.servlet.WireMockHttpServletRequestAdapter;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import wiremock.jakarta.servlet.Filter;
import wiremock.jakarta.servlet.FilterChain;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.ServletRequest;
import wiremock.jakarta.servlet.ServletResponse;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * Stands before WireMock, so that a contract is asked about just what pact-jvm's mock server would see.
 *
 * <p>WireMock unpacks whatever looks packed with gzip, an uploaded {@code .gz} file too; the mock server unpacks what says
 * {@code Content-Encoding: gzip}, and only that. So what looks packed but does not say so is packed once more on its way
 * to WireMock.
 *
 * <p>WireMock fails on what it cannot parse (a malformed form, a charset that does not exist), whether or not anybody asks
 * for the parts. Such a request is answered without WireMock: its journal and the mappings that were added do not see it.
 */
final class Intake implements Filter {

    private final Served served;
    private final Answering answering;
    private final NotMatched notMatched;

    Intake(Served served, Answering answering, NotMatched notMatched) {
        this.served = served;
        this.answering = answering;
        this.notMatched = notMatched;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain wireMock)
            throws IOException, ServletException {
        var received = (HttpServletRequest) request;
        var body = received.getInputStream().readAllBytes();
        var unpacked = "gzip".equals(received.getHeader("Content-Encoding")) ? unpacked(body) : Optional.of(body);
        var reread = new Reread(received, looksPacked(received, body) ? Gzip.gzip(body) : body);
        if (unpacked.isPresent() && isReadableToWireMock(reread)) {
            wireMock.doFilter(reread, new Framed((HttpServletResponse) response));
            return;
        }
        var arrived = Arrived.of(received, unpacked.orElse(body));
        var understood = unpacked.isPresent()
                ? ReceivedRequest.of(arrived)
                : ReceivedRequest.malformed(arrived, "its body is not packed with gzip, as its header says");
        write(answer(understood), (HttpServletResponse) response);
    }

    private ResponseDefinition answer(ReceivedRequest request) {
        return served.answering(request).stream()
                .findFirst()
                .map(replay -> answering.answer(replay, request.method()))
                .orElseGet(() -> notMatched.answer(request));
    }

    private static void write(ResponseDefinition answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.getStatus());
        answer.getHeaders()
                .all()
                .forEach(header -> header.values().forEach(value -> response.addHeader(header.key(), value)));
        var body = answer.getByteBody() == null ? new byte[0] : answer.getByteBody();
        new Framed(response).setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Optional<byte[]> unpacked(byte[] body) {
        try (var contents = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return Optional.of(contents.readAllBytes());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean looksPacked(HttpServletRequest request, byte[] body) {
        var encoding = request.getHeader("Content-Encoding");
        return !"gzip".equals(encoding) && (Gzip.isGzipped(body) || (encoding != null && encoding.contains("gzip")));
    }

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
