package dev.treaty.stubs.http.wiremock;

import dev.treaty.stubs.http.wiremock.proxy.ProxyTrail;
import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wiremock.jakarta.servlet.ReadListener;
import wiremock.jakarta.servlet.ServletInputStream;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletRequestWrapper;

/** A request whose body is in memory and can be read any number of times. */
final class CachedBodyRequest extends HttpServletRequestWrapper {

    private final byte[] body;
    private final List<String> via;

    CachedBodyRequest(HttpServletRequest request, byte[] body) {
        this(request, body, List.of());
    }

    private CachedBodyRequest(HttpServletRequest request, byte[] body, List<String> via) {
        super(request);
        this.body = body;
        this.via = via;
    }

    /** The same request with one more value of the header Via. */
    CachedBodyRequest passedOnBy(String mark) {
        return new CachedBodyRequest((HttpServletRequest) getRequest(), body, List.of(mark));
    }

    @Override
    public @Nullable String getHeader(String name) {
        var values = getHeaders(name);
        return values.hasMoreElements() ? values.nextElement() : null;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return name.equalsIgnoreCase(ProxyTrail.HEADER)
                ? Collections.enumeration(Stream.concat(Collections.list(super.getHeaders(name)).stream(), via.stream())
                        .toList())
                : super.getHeaders(name);
    }

    @Override
    public ServletInputStream getInputStream() {
        return new InMemory(new ByteArrayInputStream(body));
    }

    /** Each name once; otherwise WireMock adds the values of a name twice if it is spelled in two ways. */
    @Override
    public Enumeration<String> getHeaderNames() {
        var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        var all = Stream.concat(
                Collections.list(super.getHeaderNames()).stream(),
                via.isEmpty() ? Stream.of() : Stream.of(ProxyTrail.HEADER));
        return Collections.enumeration(all.filter(names::add).toList());
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
            throw new IllegalStateException("WireMock reads bodies synchronously");
        }
    }
}
