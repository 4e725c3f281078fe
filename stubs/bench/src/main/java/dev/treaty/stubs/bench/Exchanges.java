package dev.treaty.stubs.bench;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What a server is asked, and what it must answer. */
final class Exchanges {

    private final Exchange[] all;

    private Exchanges(Exchange[] all) {
        this.all = all;
    }

    /** What a server says that knows the workload. */
    static Exchanges of(Workload workload) {
        return of(workload, workload::answer);
    }

    /** What a server says that answers everything with the answer to the first request. */
    static Exchanges withOneAnswer(Workload workload) {
        var answer = workload.answer(0);
        return of(workload, number -> answer);
    }

    /** These, each as likely as any other. */
    static Exchanges of(List<Exchange> exchanges) {
        return new Exchanges(exchanges.toArray(Exchange[]::new));
    }

    private static Exchanges of(Workload workload, IntFunction<String> answer) {
        return of(IntStream.range(0, workload.interactions())
                .mapToObj(number -> Exchange.of(workload.request(number), answer.apply(number)))
                .toList());
    }

    int count() {
        return all.length;
    }

    Exchange at(int number) {
        return all[number];
    }
}
