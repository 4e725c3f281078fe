package dev.treaty.stubs.http.parity;

import dev.treaty.pacts.testing.RawHttp.Request;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Other spellings of an interaction and a request for it, about which pact-jvm must agree with the stub. For each difference between them in how
 * they compare ({@code stubs/matching/README.md}) there is one that writes interaction and request in the way that pact-jvm compares as HTTP or
 * Pact's specification says. It changes both where both may be written so, and only what the difference is about: if it accepted more, no fault
 * of the stub would be found there.
 */
final class Respellings {

    /** Each takes the previous ones into account: what a body is shows only when it has a type. */
    private static final List<Function<Spelling, Stream<Spelling>>> DIFFERENCES = List.of(
            RespelledBodies::typed,
            RespelledBodies::withoutNull,
            RespelledBodies::completed,
            RespelledBodies::withAnyNumbers,
            RespelledBodies::inQuery,
            RespelledParts::asInExample,
            RespelledTargets::completed,
            RespelledTargets::withRegexes,
            RespelledHeaders::asListed,
            RespelledHeaders::unquoted);

    private Respellings() {}

    /**
     * The request for the interaction as they are, and in every other spelling, because they may differ from what pact-jvm accepts in several
     * ways at once.
     *
     * @param contract with one interaction
     */
    static List<Spelling> of(String contract, Request request) {
        var all = List.of(new Spelling(contract, RespelledBodies.unpacked(RespelledBodies.unchunked(request))));
        for (var difference : DIFFERENCES) {
            all = all.stream()
                    .flatMap(spelling -> Stream.concat(Stream.of(spelling), difference.apply(spelling)))
                    .distinct()
                    .toList();
        }
        return all;
    }
}
