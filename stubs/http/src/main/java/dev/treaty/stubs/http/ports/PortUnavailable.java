package dev.treaty.stubs.http.ports;

import dev.treaty.pacts.errors.TreatyException;
import java.util.List;
import java.util.stream.Collectors;

/** A port that the stub server cannot listen on, usually because another process does. */
public final class PortUnavailable extends TreatyException {

    private final int port;

    private PortUnavailable(int port, String what, String where, String fix) {
        super(what, where, fix);
        this.port = port;
    }

    /** The port of one provider. */
    public static PortUnavailable ofProvider(String provider, String address, int port, String reason) {
        return new PortUnavailable(
                port,
                "The port of %s cannot be opened: %s.".formatted(provider, reason),
                address + ":" + port,
                "stop the process that listens there, or choose another port with --listen %s=PORT (0 for any free one)"
                        .formatted(provider));
    }

    /** The main port. */
    public static PortUnavailable ofMain(String address, int port, String reason) {
        return new PortUnavailable(
                port,
                "The main port cannot be opened: %s.".formatted(reason),
                address + ":" + port,
                "stop the process that listens there, or choose another port with --port PORT (0 for any free one)");
    }

    /** The port for all providers over TLS. */
    public static PortUnavailable ofTls(String address, int port, String reason) {
        return new PortUnavailable(
                port,
                "The HTTPS port cannot be opened: %s.".formatted(reason),
                address + ":" + port,
                "stop the process that listens there, or choose another port with --https-port PORT (0 for any free one)");
    }

    /** An address that this machine does not have. */
    public static PortUnavailable unknownAddress(String address, int port) {
        return new PortUnavailable(
                port,
                "The server cannot listen on this address: the machine does not have it.",
                address + ":" + port,
                "choose another with --bind ADDRESS (127.0.0.1 for this machine only, 0.0.0.0 for all networks)");
    }

    /** All of these at once; the only one, if there is only one. */
    public static PortUnavailable ofAll(List<PortUnavailable> ports) {
        return ports.size() == 1
                ? ports.get(0)
                : new PortUnavailable(
                        ports.get(0).port,
                        "%d ports cannot be opened:%n%s"
                                .formatted(
                                        ports.size(),
                                        ports.stream()
                                                .map(port -> "  %d: %s"
                                                        .formatted(
                                                                port.port,
                                                                port.errorMessage()
                                                                        .what()))
                                                .collect(Collectors.joining(System.lineSeparator()))),
                        "the processes that listen there; a stub server that is already running, for example",
                        "stop them, or run beside them with --port 0 --own-ports free");
    }

    /** The port that was requested. */
    public int port() {
        return port;
    }
}
