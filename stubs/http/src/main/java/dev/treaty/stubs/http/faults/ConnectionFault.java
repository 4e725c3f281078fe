package dev.treaty.stubs.http.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Locale;
import java.util.Optional;
import wiremock.org.eclipse.jetty.io.ssl.SslConnection;
import wiremock.org.eclipse.jetty.server.Request;

/** A failure of the connection, below HTTP; over HTTP/2, also for the other requests on it. */
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
            if (isEncrypted(request)) {
                request.getHttpChannel().getEndPoint().close(); // says so over TLS, too (RFC 8446, section 6.1)
            } else {
                connection(request).close();
            }
        }
    },

    /** Sends bytes that are not HTTP, and closes the connection. */
    GARBAGE {
        @Override
        public void inject(Request request) throws IOException {
            var garbage = ByteBuffer.wrap("\u007flskdu018973t09sylgasjkfg1][]'./.sdlv".getBytes(US_ASCII));
            if (isEncrypted(request)) {
                request.getHttpChannel().getEndPoint().flush(garbage);
            } else {
                connection(request).write(garbage);
            }
            EMPTY.inject(request);
        }
    },

    /** Sends nothing, ever; the connection stays open until the client closes it. */
    TIMEOUT {
        @Override
        public void inject(Request request) {
            var waiting = request.startAsync();
            waiting.setTimeout(0);
            ClientWatch.startForEver(request, waiting, isReset -> {
                ClientWatch.hangUp(request);
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

    private static boolean isEncrypted(Request request) {
        return request.getHttpChannel().getEndPoint() instanceof SslConnection.DecryptedEndPoint;
    }

    private static SocketChannel connection(Request request) {
        var endPoint = request.getHttpChannel().getEndPoint();
        var encrypted = endPoint instanceof SslConnection.DecryptedEndPoint tls ? tls.unwrap() : endPoint;
        return (SocketChannel) encrypted.getTransport();
    }
}
