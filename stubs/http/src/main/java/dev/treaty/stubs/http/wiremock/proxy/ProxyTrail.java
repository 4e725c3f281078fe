package dev.treaty.stubs.http.wiremock.proxy;

import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The header Via (RFC 9110, section 7.6.3) of requests that mappings pass on. A mapping may match what it has passed on itself, because its
 * address is that of this server; each round would then keep a thread until none is left.
 */
public final class ProxyTrail {

    /** Its name. */
    public static final String HEADER = "Via";

    /** Another server may have a mapping with the same id. Not a UUID: to make the first one takes 25 ms of the start. */
    private final String server = Long.toHexString(ThreadLocalRandom.current().nextLong());

    /** Whether a mapping passes requests on. */
    public static boolean isProxy(StubMapping mapping) {
        return mapping.getResponse() != null && mapping.getResponse().isProxyResponse();
    }

    /** Whether the mapping has passed on this request before. */
    public boolean contains(List<String> via, StubMapping mapping) {
        var name = name(mapping);
        return via.stream().anyMatch(value -> value.contains(name));
    }

    /** What the mapping adds to the header of a request that it passes on. */
    public String mark(StubMapping mapping) {
        return "1.1 " + name(mapping);
    }

    private String name(StubMapping mapping) {
        return "treaty-" + server + "-" + mapping.getId();
    }
}
