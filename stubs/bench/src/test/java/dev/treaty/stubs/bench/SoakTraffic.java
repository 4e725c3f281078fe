package dev.treaty.stubs.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a soak asks: mostly what is answered from prepared bytes, and a little of all else a server has to do. How often each
 * is asked is how many there are of it.
 */
final class SoakTraffic {

    private static final CustomerWorkload CUSTOMERS = new CustomerWorkload(1_000);
    private static final PaymentWorkload PAYMENTS = new PaymentWorkload(1_000);

    /** Answered by WireMock, because their answers are generated. */
    private static final int RECEIPTS = 200;

    private static final int UNKNOWN = 40;

    /** Few: each is compared with many interactions, to say which are the nearest. */
    private static final int NEAR_MISSES = 5;

    private static final int DISTURBED = 100;
    private static final int ON_LAST_USE_OF_CONNECTION = 25;

    private SoakTraffic() {}

    /** Writes the pact file of all that is answered; its folder exists. */
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

    /** What a server is asked first, to see whether it is there. */
    static ExpectedResponses first() {
        return ExpectedResponses.of(CUSTOMERS);
    }

    /**
     * All of it.
     *
     * @param server is asked once for what it answers by itself; from then on it must say the same
     */
    static ExpectedResponses exchanges(InetSocketAddress server) throws IOException {
        var all = new ArrayList<ExpectedResponse>();
        for (var workload : List.of(CUSTOMERS, PAYMENTS)) {
            for (var number = 0; number < workload.interactions(); number++) {
                all.add(ExpectedResponse.of(workload.request(number), workload.answer(number)));
            }
        }
        for (var number = 0; number < RECEIPTS; number++) {
            all.add(ExpectedResponse.of(receiptRequest(number), receiptAnswer(number)));
        }
        for (var number = 0; number < UNKNOWN; number++) {
            all.add(asked(server, CUSTOMERS.request(CUSTOMERS.interactions() + number), 404));
        }
        for (var number = 0; number < NEAR_MISSES; number++) {
            all.add(asked(server, PAYMENTS.request(number).replace("currency=eur", "currency=usd"), 404));
        }
        for (var number = 0; number < DISTURBED; number++) {
            all.add(asked(server, with("Stub-Status: 503", CUSTOMERS.request(number)), 503));
        }
        for (var number = 0; number < ON_LAST_USE_OF_CONNECTION; number++) {
            all.add(ExpectedResponse.of(
                    with("Connection: close", CUSTOMERS.request(number)), CUSTOMERS.answer(number)));
        }
        return ExpectedResponses.of(all);
    }

    private static ExpectedResponse asked(InetSocketAddress server, String request, int status) throws IOException {
        try (var socket = new Socket(server.getAddress(), server.getPort())) {
            socket.getOutputStream().write(with("Connection: close", request).getBytes(UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            if (!answer.startsWith("HTTP/1.1 " + status)) {
                throw new IOException("%s is not answered with status %d, but:\n%s"
                        .formatted(request.lines().findFirst().orElse(request), status, answer));
            }
            var body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
            return ExpectedResponse.of(request, status, body.getBytes(ISO_8859_1));
        }
    }

    private static String with(String header, String request) {
        return request.replaceFirst("\r\n", "\r\n" + header + "\r\n");
    }

    /** Its generator has one number to choose from, so that each answer can be compared byte for byte. */
    private static String receipt(int number) {
        return """
                {
                  "type": "Synchronous/HTTP", "key": "r%1$07x", "description": "send receipt %1$d",
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

    private static String receiptAnswer(int number) {
        return "{\"id\":\"re_%1$06d\",\"number\":%1$d}".formatted(number);
    }
}
