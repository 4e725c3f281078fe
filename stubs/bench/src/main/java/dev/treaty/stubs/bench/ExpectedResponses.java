package dev.treaty.stubs.bench;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What a server is asked, and what it must answer. */
final class ExpectedResponses {

    private final ExpectedResponse[] all;

    private ExpectedResponses(ExpectedResponse[] all) {
        this.all = all;
    }

    /** What a server says that knows the workload. */
    static ExpectedResponses of(Workload workload) {
        return of(workload, workload::answer);
    }

    /** What a server says that answers everything with the answer to the first request. */
    static ExpectedResponses withOneAnswer(Workload workload) {
        var answer = workload.answer(0);
        return of(workload, number -> answer);
    }

    /** These, each as likely as any other. */
    static ExpectedResponses of(List<ExpectedResponse> exchanges) {
        return new ExpectedResponses(exchanges.toArray(ExpectedResponse[]::new));
    }

    private static ExpectedResponses of(Workload workload, IntFunction<String> answer) {
        return of(IntStream.range(0, workload.interactions())
                .mapToObj(number -> ExpectedResponse.of(workload.request(number), answer.apply(number)))
                .toList());
    }

    int count() {
        return all.length;
    }

    ExpectedResponse at(int number) {
        return all[number];
    }
}
