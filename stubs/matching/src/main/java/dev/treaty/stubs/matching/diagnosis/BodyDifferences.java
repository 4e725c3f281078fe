package dev.treaty.stubs.matching.diagnosis;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.BodyTypeMismatch;
import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.model.PathExpressionsKt;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which parts of a body pact-jvm's mismatches are about, for any number of both. */
final class BodyDifferences {

    /** Mismatches that are looked at; there may be one for each of a million values. */
    private static final int MOST = 5_000;

    private final Set<String> paths = new HashSet<>();
    private final Set<String> aboveMismatches = new HashSet<>();
    private boolean areEverywhere;
    private boolean exist;

    BodyDifferences(List<Mismatch> mismatches) {
        areEverywhere = mismatches.stream().anyMatch(BodyTypeMismatch.class::isInstance);
        mismatches.stream()
                .filter(BodyMismatch.class::isInstance)
                .map(BodyMismatch.class::cast)
                .limit(MOST)
                .forEach(this::add);
    }

    private void add(BodyMismatch mismatch) {
        exist = true;
        if (mismatch.getPath().equals("/")) {
            // pact-jvm does not say where in a form a mismatch is, but starts its values with the field's name
            Stream.of(mismatch.getExpected(), mismatch.getActual())
                    .map(String::valueOf)
                    .map(text -> text.split("=", 2)[0])
                    .forEach(name -> paths.add(PathExpressionsKt.constructPath(List.of("$", name))));
        } else {
            paths.add(mismatch.getPath());
            above(mismatch.getPath()).forEach(aboveMismatches::add);
        }
    }

    /** Whether there are any. */
    boolean exist() {
        return exist || areEverywhere;
    }

    /** @param isInOneOnly whether the part is expected and not received, or the other way around */
    boolean include(String path, boolean isInOneOnly) {
        return areEverywhere
                || paths.contains(path)
                || aboveMismatches.contains(path)
                || (path.isEmpty() && exist) // all of the body as text
                // a mismatch of an object or a list is about the keys and elements that only one of the two has
                || (isInOneOnly && above(path).anyMatch(paths::contains));
    }

    /** The paths of the objects and lists that contain a part. */
    private static Stream<String> above(String path) {
        return Stream.iterate(parent(path), parent -> !parent.isEmpty(), BodyDifferences::parent);
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }
}
