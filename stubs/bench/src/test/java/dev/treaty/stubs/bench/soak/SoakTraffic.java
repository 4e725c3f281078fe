package dev.treaty.stubs.bench.soak;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.stubs.bench.load.ExpectedResponse;
import dev.treaty.stubs.bench.workload.CustomerWorkload;
import dev.treaty.stubs.bench.workload.PaymentWorkload;
import dev.treaty.stubs.bench.workload.WorkloadFiles;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The requests of a soak: mostly those whose responses are prepared, and some of everything else that the server does. Each request is
 * as likely as any other, so the numbers below are proportions.
 */
final class SoakTraffic {

    private static final CustomerWorkload CUSTOMERS = new CustomerWorkload(1_000);
    /** Few, because all are compared with a near miss: beyond 200 ms, the explanation would depend on how busy the machine is. */
    private static final PaymentWorkload PAYMENTS = new PaymentWorkload(50);

    /** Their responses are generated. */
    private static final int RECEIPTS = 200;

    private static final int UNKNOWN = 40;

    /** Few: each is compared with many interactions, to find the nearest ones. */
    private static final int NEAR_MISSES = 5;

    private static final int FAULTS = 100;
    private static final int CLOSING = 25;

    private SoakTraffic() {}

    /** Writes the pact file that has a response to all but the misses; the folder must exist. */
    static void writePact(Path file) throws IOException {
        var interactions = new ArrayList<String>();
        for (var workload : List.of(CUSTOMERS, PAYMENTS)) {
            for (var number = 0; number < workload.interactions(); number++) {
                interactions.add(workload.interaction(number));
            }
        }
        for (var number = 0; number < RECEIPTS; number++) {
            interactions.add(receipt(number));
        }
        WorkloadFiles.writePact(file, interactions::get, interactions.size());
    }

    /** Shows whether the server is ready. */
    static ExpectedResponse first() {
        return CUSTOMERS.responses().get(0);
    }

    /**
     * All requests, with the responses that they must get.
     *
     * @param server is asked once for each response that is not in the contract; from then on it must repeat it
     */
    static List<ExpectedResponse> responses(InetSocketAddress server) throws IOException {
        var all = new ArrayList<ExpectedResponse>();
        for (var workload : List.of(CUSTOMERS, PAYMENTS)) {
            all.addAll(workload.responses());
        }
        for (var number = 0; number < RECEIPTS; number++) {
            all.add(ExpectedResponse.to(receiptRequest(number), receiptBody(number)));
        }
        for (var number = 0; number < UNKNOWN; number++) {
            all.add(asked(server, CUSTOMERS.request(CUSTOMERS.interactions() + number), 404));
        }
        for (var number = 0; number < NEAR_MISSES; number++) {
            all.add(asked(server, PAYMENTS.request(number).replace("currency=eur", "currency=usd"), 404));
        }
        for (var number = 0; number < FAULTS; number++) {
            all.add(asked(server, with("Stub-Status: 503", CUSTOMERS.request(number)), 503));
        }
        for (var number = 0; number < CLOSING; number++) {
            all.add(ExpectedResponse.to(
                    with("Connection: close", CUSTOMERS.request(number)), CUSTOMERS.responseBody(number)));
        }
        return List.copyOf(all);
    }

    private static ExpectedResponse asked(InetSocketAddress server, String request, int status) throws IOException {
        try (var socket = new Socket(server.getAddress(), server.getPort())) {
            socket.getOutputStream().write(with("Connection: close", request).getBytes(UTF_8));
            var response = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            if (!response.startsWith("HTTP/1.1 " + status)) {
                throw new IOException("%s should have got status %d, but got:\n%s"
                        .formatted(request.lines().findFirst().orElse(request), status, response));
            }
            var body = response.substring(response.indexOf("\r\n\r\n") + 4);
            return ExpectedResponse.to(request, status, body.getBytes(ISO_8859_1));
        }
    }

    private static String with(String header, String request) {
        return request.replaceFirst("\r\n", "\r\n" + header + "\r\n");
    }

    /** Its generator can choose only one number, so that each response can be compared byte for byte. */
    private static String receipt(int number) {
        return """
                {
                  "type": "Synchronous/HTTP", "key": "r%1$07x", "description": "a request to send receipt %1$d",
                  "providerStates": [{"name": "payment %1$d has succeeded"}],
                  "request": {
                    "method": "POST", "path": "/v1/payments/pi_%1$06d/receipts",
                    "headers": {"Content-Type": ["application/json"]},
                    "body": {"content": {"email": "erika@example.org", "language": "de"},
                      "contentType": "application/json", "encoded": false},
                    "matchingRules": {"body": {"$.email": {
                      "combine": "AND", "matchers": [{"match": "regex", "regex": ".+@.+"}]}}}
                  },
                  "response": {
                    "status": 200, "headers": {"Content-Type": ["application/json"]},
                    "body": {"content": {"id": "re_%1$06d", "number": 1},
                      "contentType": "application/json", "encoded": false},
                    "generators": {"body": {"$.number": {"type": "RandomInt", "min": %1$d, "max": %1$d}}}
                  }
                }""".formatted(number);
    }

    private static String receiptRequest(int number) {
        var body = "{\"email\": \"user%d@example.com\", \"language\": \"de\"}".formatted(number);
        return """
                POST /v1/payments/pi_%06d/receipts HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                %s""".formatted(number, body.length(), body);
    }

    private static String receiptBody(int number) {
        return "{\"id\":\"re_%1$06d\",\"number\":%1$d}".formatted(number);
    }
}
