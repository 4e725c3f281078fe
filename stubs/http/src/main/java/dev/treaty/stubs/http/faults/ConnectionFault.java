package dev.treaty.stubs.http.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Locale;
import java.util.Optional;
import wiremock.org.eclipse.jetty.server.Request;

/** A failure of the connection, below HTTP. */
public enum ConnectionFault {

    /** Resets the connection (TCP RST) without sending a byte. */
    RESET {
        @Override
        public void inject(Request request) throws IOException {
            var connection = connection(request);
            connection.setOption(StandardSocketOptions.SO_LINGER, 0);
            connection.close();
        }
    },

    /** Closes the connection without sending a byte. */
    EMPTY {
        @Override
        public void inject(Request request) throws IOException {
            connection(request).close();
        }
    },

    /** Sends bytes that are not HTTP, and closes the connection. */
    GARBAGE {
        @Override
        public void inject(Request request) throws IOException {
            connection(request).write(ByteBuffer.wrap("\u007flskdu018973t09sylgasjkfg1][]'./.sdlv".getBytes(US_ASCII)));
            connection(request).close();
        }
    },

    /** Sends nothing, ever; the connection stays open until the client closes it. */
    TIMEOUT {
        @Override
        public void inject(Request request) {
            var waiting = request.startAsync();
            waiting.setTimeout(0);
            ClientWatch.startForEver(request, isReset -> {
                request.getHttpChannel().getEndPoint().close();
                waiting.complete();
            });
        }
    };

    /** Fails the connection of a request. */
    public abstract void inject(Request request) throws IOException;

    /** The fault with this name, e.g. {@code "reset"}; case does not matter. */
    static Optional<ConnectionFault> named(String name) {
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
