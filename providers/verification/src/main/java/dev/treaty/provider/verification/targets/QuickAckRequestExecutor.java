package dev.treaty.provider.verification.targets;

import java.io.IOException;
import java.net.Socket;
import jdk.net.ExtendedSocketOptions;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Acknowledges the head of a response at once, where the operating system supports it. A server that writes head and body separately
 * and leaves Nagle's algorithm (RFC 896) on, such as the JDK's, otherwise holds the body back for the 40 ms that an acknowledgement may
 * be delayed (RFC 1122, 4.2.3.2), on every reuse of a connection.
 */
final class QuickAckRequestExecutor extends HttpRequestExecutor {

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback callback,
            HttpContext context)
            throws IOException, HttpException {
        var response = super.execute(request, connection, callback, context);
        if (connection instanceof ManagedHttpClientConnection managed && managed.getSocket() != null) {
            acknowledge(managed.getSocket());
        }
        return response;
    }

    private static void acknowledge(Socket socket) throws IOException {
        if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
            socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        }
    }
}
