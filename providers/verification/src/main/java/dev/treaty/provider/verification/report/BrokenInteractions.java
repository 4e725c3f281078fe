package dev.treaty.provider.verification.report;

import dev.treaty.pacts.errors.Quantity;
import dev.treaty.provider.verification.report.VerificationRun.Finding;
import dev.treaty.provider.verification.states.StateChangeFailed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why interactions failed, for a terminal: a reason that several share, such as a missing state-change endpoint, is told once. */
public final class BrokenInteractions {

    private static final int NAMED = 3;

    private BrokenInteractions() {}

    /** One text for each reason, in the order of the results. */
    public static List<String> in(VerificationRun run) {
        var byReason = new LinkedHashMap<Object, List<Finding>>();
        run.findings().stream()
                .filter(finding -> finding.result().outcome().isBroken())
                .forEach(finding -> byReason.computeIfAbsent(reason(finding), reason -> new ArrayList<>())
                        .add(finding));
        return byReason.values().stream().map(BrokenInteractions::text).toList();
    }

    /** What is equal for the same reason; a reason of its own is the finding itself. */
    private static Object reason(Finding finding) {
        return Stream.<@Nullable Throwable>iterate(
                        finding.failure(), thrown -> thrown != null, thrown -> thrown.getCause())
                .filter(StateChangeFailed.class::isInstance)
                .map(StateChangeFailed.class::cast)
                .flatMap(failed -> failed.sharedReason().stream())
                .<Object>map(reason -> reason)
                .findFirst()
                .orElse(finding);
    }

    private static String text(List<Finding> findings) {
        var first = findings.get(0).result().why();
        var others = findings.subList(1, findings.size());
        if (others.isEmpty()) {
            return first;
        }
        var named = others.stream()
                .limit(NAMED)
                .map(finding -> "\"%s\"".formatted(finding.result().description()))
                .toList();
        return "%s\n  also:  %s for the same reason: %s%s"
                .formatted(
                        first,
                        Quantity.of(others.size(), "other interaction"),
                        String.join(", ", named),
                        others.size() > NAMED ? ", …" : "");
    }
}
