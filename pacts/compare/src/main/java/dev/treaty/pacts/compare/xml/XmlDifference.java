package dev.treaty.pacts.compare.xml;

import java.util.ArrayList;
import java.util.List;

/**
 * How the documents that are accepted before and after differ.
 *
 * @param examples documents that show it
 * @param undecided places of which nothing is known
 */
public record XmlDifference(List<XmlExample> examples, List<String> undecided) {

    static final XmlDifference NONE = new XmlDifference(List.of(), List.of());

    /** Copies the lists. */
    public XmlDifference {
        examples = List.copyOf(examples);
        undecided = List.copyOf(undecided);
    }

    static XmlDifference of(XmlExample example) {
        return new XmlDifference(List.of(example), List.of());
    }

    static XmlDifference undecided(String place) {
        return new XmlDifference(List.of(), List.of(place));
    }

    XmlDifference and(XmlDifference other) {
        if (equals(NONE)) {
            return other;
        }
        var all = new ArrayList<>(examples);
        all.addAll(other.examples);
        var places = new ArrayList<>(undecided);
        places.addAll(other.undecided);
        return new XmlDifference(all, places);
    }
}
