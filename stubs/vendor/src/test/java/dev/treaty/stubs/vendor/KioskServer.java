package dev.treaty.stubs.vendor;

import com.sun.net.httpserver.HttpServer;
import dev.treaty.stubs.http.provider.ReplayResult;
import dev.treaty.stubs.matching.request.RawRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/** A process that serves the kiosk, and prints its address. */
final class KioskServer {

    private KioskServer() {}

    /** Takes the store. */
    public static void main(String[] args) throws IOException {
        var kiosk = VendorReplay.open(new Kiosk(), KioskProcess.settings(args[0]));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            try (exchange) {
                var request = RawRequest.atPortOf(
                        "kiosk",
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        exchange.getRequestHeaders(),
                        exchange.getRequestBody().readAllBytes());
                var response = ((ReplayResult.Answered) kiosk.answer(request)).response();
                exchange.sendResponseHeaders(response.status(), response.body().length);
                exchange.getResponseBody().write(response.body());
            }
        });
        server.start();
        System.out.println("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
