package dev.treaty.stubs.replay;

import com.github.tomakehurst.wiremock.common.Gzip;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import wiremock.jakarta.servlet.Filter;
import wiremock.jakarta.servlet.FilterChain;
import wiremock.jakarta.servlet.ReadListener;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.ServletInputStream;
import wiremock.jakarta.servlet.ServletRequest;
import wiremock.jakarta.servlet.ServletResponse;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletRequestWrapper;
import wiremock.jakarta.servlet.http.HttpServletResponse;

/**
 * Lets WireMock see the bytes that pact-jvm's mock server would see. WireMock unpacks whatever looks packed with gzip, an
 * uploaded {@code .gz} file too; the mock server unpacks what says {@code Content-Encoding: gzip}, and only that. So what
 * looks packed but does not say so is packed once more on its way to WireMock.
 */
final class ExactBodies implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var received = (HttpServletRequest) request;
        var encoding = received.getHeader("Content-Encoding");
        if (encoding == null
                && received.getContentLengthLong() <= 0
                && received.getHeader("Transfer-Encoding") == null) {
            chain.doFilter(request, response);
            return;
        }
        var body = received.getInputStream().readAllBytes();
        if ("gzip".equals(encoding)) {
            if (!isUnpackable(body)) {
                ((HttpServletResponse) response)
                        .sendError(HttpServletResponse.SC_BAD_REQUEST, "The body is not packed with gzip");
                return;
            }
            chain.doFilter(new Reread(received, body), response);
        } else {
            var wouldBeUnpacked = Gzip.isGzipped(body) || (encoding != null && encoding.contains("gzip"));
            chain.doFilter(new Reread(received, wouldBeUnpacked ? Gzip.gzip(body) : body), response);
        }
    }

    private static boolean isUnpackable(byte[] body) {
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
            unpacked.readAllBytes();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The same request, its body read from memory. */
    private static final class Reread extends HttpServletRequestWrapper {

        private final byte[] body;

        Reread(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new InMemory(new ByteArrayInputStream(body));
        }
    }

    private static final class InMemory extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        InMemory(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("WireMock reads bodies in one go");
        }
    }
}
