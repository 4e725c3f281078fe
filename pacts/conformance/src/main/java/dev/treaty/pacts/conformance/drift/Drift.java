package dev.treaty.pacts.conformance.drift;

import dev.treaty.pacts.conformance.check.CheckedInteraction;
import dev.treaty.pacts.conformance.check.ContractCheck;
import dev.treaty.pacts.conformance.check.Difference;
import dev.treaty.pacts.conformance.document.OpenApi;
import dev.treaty.pacts.files.PactFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

/** Compares two versions of a vendor's document by what contracts touch of it. */
public final class Drift {

    private final ContractCheck before;
    private final ContractCheck after;

    /** @param before the older document */
    public Drift(OpenApi before, OpenApi after) {
        this.before = new ContractCheck(List.of(before));
        this.after = new ContractCheck(List.of(after));
    }

    /** What has changed, those changes first that an interaction does not survive. */
    public List<Change> of(Collection<PactFile> contracts) {
        var changes = new LinkedHashMap<Change.Key, List<String>>();
        for (var contract : contracts) {
            var old = before.check(contract);
            var now = after.check(contract);
            for (var i = 0; i < old.size(); i++) {
                var interaction = contract.consumer() + ": " + old.get(i).description();
                keys(old.get(i), now.get(i))
                        .forEach(key -> changes.computeIfAbsent(key, any -> new ArrayList<>())
                                .add(interaction));
            }
        }
        return changes.entrySet().stream()
                .map(entry -> Change.of(entry.getKey(), entry.getValue()))
                .sorted((one, other) -> Boolean.compare(other.breaks(), one.breaks()))
                .toList();
    }

    private static List<Change.Key> keys(CheckedInteraction old, CheckedInteraction now) {
        var broken = new LinkedHashMap<String, Difference>();
        var known = new HashSet<>(old.differences());
        now.differences().stream()
                .filter(difference -> !known.contains(difference))
                .forEach(difference -> broken.put(difference.place(), difference));
        var keys = new ArrayList<Change.Key>();
        new TreeMap<>(old.touched()).forEach((place, said) -> {
            var says = now.touched().getOrDefault(place, Change.NOTHING);
            var isBroken = broken.remove(place) != null;
            if (isBroken || !said.equals(says)) {
                keys.add(new Change.Key(place, said, says, isBroken));
            }
        });
        // what was not touched before, e.g. a parameter that is required now
        broken.forEach(
                (place, difference) -> keys.add(new Change.Key(place, Change.NOTHING, difference.document(), true)));
        return withoutPartsOfWhatIsGone(keys);
    }

    /** If a whole operation or object is gone, so is all that is in it; once is enough. */
    private static List<Change.Key> withoutPartsOfWhatIsGone(List<Change.Key> keys) {
        var gone = keys.stream()
                .filter(key -> key.after().equals(Change.NOTHING))
                .map(Change.Key::place)
                .toList();
        return keys.stream()
                .filter(key -> !key.after().equals(Change.NOTHING)
                        || gone.stream().noneMatch(place -> isIn(key.place(), place)))
                .toList();
    }

    private static boolean isIn(String place, String outer) {
        return !place.equals(outer)
                && (place.startsWith(outer + ",")
                        || place.startsWith(outer + ".")
                        || place.startsWith(outer + "[")
                        // without the operation, there is nothing of it
                        || outer.equals(ContractCheck.OPERATION));
    }
}
