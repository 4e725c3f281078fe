package dev.treaty.stubs.replay;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Locale;
import java.util.Optional;
import wiremock.org.eclipse.jetty.server.Request;

/** A way to fail below HTTP. */
enum Fault {

    /** The connection is reset (TCP RST), without a byte. */
    RESET {
        @Override
        void inject(Request request) throws IOException {
            var connection = connection(request);
            connection.setOption(StandardSocketOptions.SO_LINGER, 0);
            connection.close();
        }
    },

    /** The connection is closed, without a byte. */
    EMPTY {
        @Override
        void inject(Request request) throws IOException {
            connection(request).close();
        }
    },

    /** What comes is no HTTP, and the connection is closed. */
    GARBAGE {
        @Override
        void inject(Request request) throws IOException {
            connection(request).write(ByteBuffer.wrap("\u007flskdu018973t09sylgasjkfg1][]'./.sdlv".getBytes(US_ASCII)));
            connection(request).close();
        }
    },

    /** Nothing comes, ever; the connection stays until the client closes it. */
    TIMEOUT {
        @Override
        void inject(Request request) {
            request.startAsync().setTimeout(0);
        }
    };

    abstract void inject(Request request) throws IOException;

    /** By the name that people use, e.g. {@code "reset"}. */
    static Optional<Fault> named(String name) {
        for (var fault : values()) {
            if (fault.toString().equals(name.strip().toLowerCase(Locale.ROOT))) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static SocketChannel connection(Request request) {
        return (SocketChannel) request.getHttpChannel().getEndPoint().getTransport();
    }
}
