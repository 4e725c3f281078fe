package dev.treaty.pacts.compare.answer;

import java.util.List;
import java.util.TreeMap;

/** Finds a small answer that a contract accepts, probably: pact-jvm decides. */
final class SampleAnswer {

    private SampleAnswer() {}

    static Answer of(ExpectedAnswer expected) {
        var fields = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        expected.fields()
                .forEach((name, values) -> fields.put(
                        name,
                        values.stream()
                                .map(value -> FieldComparison.sample(expected, name, value)
                                        .orElse(value))
                                .toList()));
        var body = BodyComparison.sample(expected);
        if (!expected.isMessage() && body.isPresent()) {
            fields.putIfAbsent("Content-Type", List.of(expected.baseType()));
        }
        return new Answer(status(expected), fields, body);
    }

    private static int status(ExpectedAnswer expected) {
        return expected.kind() == ExpectedAnswer.Kind.RESPONSE
                ? StatusComparison.accepted(expected).findFirst().orElse(expected.status())
                : Answer.NO_STATUS;
    }
}
