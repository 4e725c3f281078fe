package dev.treaty.pacts.compare.json;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/** Gives each of some elements a partner of its own, along augmenting paths (Kuhn's algorithm); those in the same position first. */
final class Pairs {

    private static final int NONE = -1;

    private final int elements;
    private final int partners;
    private final BiPredicate<Integer, Integer> fits;
    private final int[] elementOf;
    private final OptionalInt alone;

    /** @param fits whether an element and a partner, by their positions, fit together */
    Pairs(int elements, int partners, BiPredicate<Integer, Integer> fits) {
        this.elements = elements;
        this.partners = partners;
        this.fits = fits;
        elementOf = new int[partners];
        Arrays.fill(elementOf, NONE);
        alone = pair();
    }

    private OptionalInt pair() {
        for (var element = 0; element < elements; element++) {
            if (!findPartner(element, new BitSet())) {
                return OptionalInt.of(element);
            }
        }
        return OptionalInt.empty();
    }

    private boolean findPartner(int element, BitSet asked) {
        return (element < partners && take(element, element, asked))
                || IntStream.range(0, partners).anyMatch(partner -> take(element, partner, asked));
    }

    private boolean take(int element, int partner, BitSet asked) {
        if (asked.get(partner) || !fits.test(element, partner)) {
            return false;
        }
        asked.set(partner);
        if (elementOf[partner] != NONE && !findPartner(elementOf[partner], asked)) {
            return false;
        }
        elementOf[partner] = element;
        return true;
    }

    /** The first element that has no partner; empty if all have one. */
    OptionalInt firstAlone() {
        return alone;
    }

    /** The partners without an element. */
    List<Integer> unused() {
        return IntStream.range(0, partners)
                .filter(partner -> elementOf[partner] == NONE)
                .boxed()
                .toList();
    }
}
