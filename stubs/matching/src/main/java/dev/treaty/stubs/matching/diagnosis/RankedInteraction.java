package dev.treaty.stubs.matching.diagnosis;

import dev.treaty.pacts.errors.Similarity;
import dev.treaty.stubs.matching.interaction.HttpInteraction;
import dev.treaty.stubs.matching.request.ParsedRequest;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * An interaction whose path is not the request's, and how near it is: those with the same method and the same shape of path come first,
 * because most misses are about another id.
 *
 * @param sameShape whether the paths differ in nothing but ids
 */
record RankedInteraction(HttpInteraction interaction, boolean sameMethod, boolean sameShape, Similarity similarity) {

    static final Comparator<RankedInteraction> NEAREST_FIRST = Comparator.<RankedInteraction>comparingInt(
                    ranked -> (ranked.sameShape ? 2 : 0) + (ranked.sameShape && ranked.sameMethod ? 1 : 0))
            .thenComparing(RankedInteraction::similarity)
            .thenComparing(RankedInteraction::sameMethod)
            .reversed()
            .thenComparingLong(ranked -> ranked.interaction().origin().order());

    /** A segment with a digit is an id: a number, a UUID, {@code cus_42}; but not a version of the API. */
    private static final Pattern ID = Pattern.compile("(?<=/)(?!v[0-9.]+(?:/|$))[^/]*[0-9][^/]*");

    static RankedInteraction of(HttpInteraction interaction, ParsedRequest request) {
        var expected = interaction.expected();
        return new RankedInteraction(
                interaction,
                expected.getMethod().equalsIgnoreCase(request.method()),
                shape(expected.getPath()).equals(shape(request.path())),
                Similarity.of(expected.getPath(), request.path()));
    }

    private static String shape(String path) {
        return path.length() > LONGEST ? path : ID.matcher(path).replaceAll("*");
    }

    /** Characters; nobody names a resource so. */
    private static final int LONGEST = 2_000;
}
