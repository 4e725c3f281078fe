package dev.treaty.pacts.compare.json;

import java.util.List;

/** Compares what is inside of lists and objects. */
@FunctionalInterface
interface InnerComparison {

    /** How the values that two shapes accept at a path differ. */
    JsonDifference difference(Shape before, Shape after, List<String> path);
}
