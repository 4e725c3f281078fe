package dev.treaty.stubs.replay;

/** A port that the stub server cannot listen on, as a rule because another process does. */
public final class PortUnavailable extends ReplayException {

    private final int port;

    private PortUnavailable(int port, String what, String where, String fix) {
        super(what, where, fix);
        this.port = port;
    }

    static PortUnavailable ofProvider(String provider, String address, int port, String reason) {
        return new PortUnavailable(
                port,
                "The port of %s cannot be opened: %s.".formatted(provider, reason),
                address + ":" + port,
                "end what listens there, or choose another port with --listen %s=PORT (0 for any free one)"
                        .formatted(provider));
    }

    static PortUnavailable ofAll(String address, int port, String reason) {
        return new PortUnavailable(
                port,
                "The main port cannot be opened: %s.".formatted(reason),
                address + ":" + port,
                "end what listens there, or choose another port with --port PORT (0 for any free one)");
    }

    static PortUnavailable noSuchAddress(String address, int port) {
        return new PortUnavailable(
                port,
                "The address cannot be listened on: this machine does not have it.",
                address + ":" + port,
                "choose another with --bind ADDRESS (127.0.0.1 for this machine alone, 0.0.0.0 for everybody)");
    }

    /** The port that was asked for. */
    public int port() {
        return port;
    }
}
