package dev.treaty.stubs.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Requests that are ready to be sent, and the body that must come back for each. */
final class Exchanges {

    private final byte[][] requests;
    private final byte[][] answers;

    private Exchanges(byte[][] requests, byte[][] answers) {
        this.requests = requests;
        this.answers = answers;
    }

    /** What a server says that knows the workload. */
    static Exchanges of(Workload workload) {
        return new Exchanges(all(workload, workload::request), all(workload, workload::answer));
    }

    /** What a server says that answers everything with the answer to the first request. */
    static Exchanges withOneAnswer(Workload workload) {
        var requests = all(workload, workload::request);
        var answers = new byte[requests.length][];
        Arrays.fill(answers, workload.answer(0).getBytes(UTF_8));
        return new Exchanges(requests, answers);
    }

    private static byte[][] all(Workload workload, IntFunction<String> text) {
        return IntStream.range(0, workload.interactions())
                .mapToObj(number -> text.apply(number).getBytes(UTF_8))
                .toArray(byte[][]::new);
    }

    int count() {
        return requests.length;
    }

    byte[] request(int number) {
        return requests[number];
    }

    byte[] answer(int number) {
        return answers[number];
    }
}
