package dev.treaty.pacts.compare.answer;

import dev.treaty.pacts.compare.answer.ExpectedAnswer.Kind;
import dev.treaty.pacts.compare.answer.MultipartBody.Part;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares multipart bodies part by part, as pact-jvm's {@code MultipartMessageContentMatcher} does: there are as many as expected, in their order; each has
 * the headers of the example, of which only the media type may be missing; and contents are compared if both have the same type.
 */
final class MultipartComparison {

    private static final String CONTENT_TYPE = "Content-Type";
    private static final String PLAIN_TEXT = "text/plain";

    private final ExpectedAnswer before;
    private final ExpectedAnswer after;
    private final Answer base;
    private final ContentComparison contents;

    /**
     * @param base an answer that was accepted before
     * @param contents compares what is in two parts
     */
    MultipartComparison(ExpectedAnswer before, ExpectedAnswer after, Answer base, ContentComparison contents) {
        this.before = before;
        this.after = after;
        this.base = base;
        this.contents = contents;
    }

    AnswerDifference difference() {
        var known = MultipartBody.read(before.body());
        var wanted = MultipartBody.read(after.body());
        return known.isPresent() && wanted.isPresent()
                ? parts(known.get(), wanted.get())
                : AnswerDifference.undecided("body, which is written in an unusual way");
    }

    private AnswerDifference parts(MultipartBody known, MultipartBody wanted) {
        var size = known.parts().size();
        if (size != wanted.parts().size()) {
            return AnswerDifference.of(base, "body", "parts " + names(known.parts()));
        }
        var difference = AnswerDifference.NONE;
        for (var i = 0; i < size; i++) {
            difference = difference.and(
                    part(known, i, known.parts().get(i), wanted.parts().get(i)));
        }
        return difference;
    }

    private static String names(List<Part> parts) {
        return String.join(", ", parts.stream().map(Part::name).toList());
    }

    private AnswerDifference part(MultipartBody body, int position, Part known, Part wanted) {
        var at = "part " + wanted.name();
        var headers = wanted.headers().entrySet().stream()
                .filter(header -> !header.getValue().equals(known.headers().get(header.getKey())))
                .map(header -> AnswerDifference.of(
                        base,
                        at + " header " + header.getKey(),
                        known.headers().getOrDefault(header.getKey(), "missing")))
                .reduce(AnswerDifference.NONE, AnswerDifference::and);
        return headers.and(mediaType(known, wanted, at)).and(content(body, position, known, wanted, at));
    }

    /** A part without a type is plain text, and is not compared with what is expected of another type. */
    private AnswerDifference mediaType(Part known, Part wanted, String at) {
        var isKnown = known.headers().containsKey(CONTENT_TYPE);
        var isWanted = wanted.headers().containsKey(CONTENT_TYPE);
        return isKnown == isWanted || (isKnown && isPlainText(known))
                ? AnswerDifference.NONE
                : AnswerDifference.of(base, at, known.content()).and(AnswerDifference.undecided(at));
    }

    private static boolean isPlainText(Part part) {
        return PLAIN_TEXT.equals(part.type().getBaseType());
    }

    private AnswerDifference content(MultipartBody body, int position, Part known, Part wanted, String at) {
        var from = expected(before, known);
        var difference = contents.difference(
                from, expected(after, wanted), new Answer(Answer.NO_STATUS, Map.of(), known.body()));
        return difference.examples().stream()
                .map(example -> AnswerDifference.of(
                        base.withBody(body.with(position, example.answer().body())),
                        at + " " + example.at(),
                        example.shown()))
                .reduce(
                        new AnswerDifference(
                                List.of(),
                                difference.undecided().stream()
                                        .map(part -> at + " " + part)
                                        .toList()),
                        AnswerDifference::and);
    }

    private static ExpectedAnswer expected(ExpectedAnswer whole, Part part) {
        return new ExpectedAnswer(
                whole.bodyContext().getAllowUnexpectedKeys() ? Kind.PART_OF_RESPONSE : Kind.PART_OF_REQUEST,
                Answer.NO_STATUS,
                whole.statusRules(),
                Map.of(),
                Set.of(),
                whole.fieldRules(),
                part.body(),
                part.type(),
                whole.bodyContext().extractPath("$." + part.name()).getMatchers());
    }

    /** Compares the contents of two parts. */
    @FunctionalInterface
    interface ContentComparison {

        /**
         * How they differ.
         *
         * @param base what was accepted before
         */
        AnswerDifference difference(ExpectedAnswer before, ExpectedAnswer after, Answer base);
    }
}
