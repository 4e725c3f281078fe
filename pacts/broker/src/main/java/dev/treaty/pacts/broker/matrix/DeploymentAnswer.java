package dev.treaty.pacts.broker.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.pacts.broker.http.HalDocument;
import java.util.List;
import java.util.stream.Stream;

/**
 * The answer to a {@link DeploymentQuestion}: the broker's, unless that leaves out a version that is live.
 *
 * @param reasons in the broker's own words, each with its type: {@code error}, {@code warning} or {@code success}
 * @param rows those of the broker
 * @param missing the verifications that are missing, with the provider's version if one is live
 * @param document as the broker sent it
 */
public record DeploymentAnswer(
        Verdict verdict, List<Reason> reasons, List<MatrixRow> rows, List<MatrixRow> missing, HalDocument document) {

    /** Copies the lists. */
    public DeploymentAnswer {
        reasons = List.copyOf(reasons);
        rows = List.copyOf(rows);
        missing = List.copyOf(missing);
    }

    /** Yes, no, or: a verification is missing, and may be on its way. */
    public enum Verdict {
        YES,
        NO,
        UNKNOWN
    }

    /** A sentence of the broker. */
    public record Reason(String type, String text) {

        static Reason of(HalDocument notice) {
            return new Reason(
                    notice.text("type").orElse(""), notice.text("text").orElse(""));
        }
    }

    static DeploymentAnswer of(HalDocument document) {
        var rows = HalDocument.documents(document.json().path("matrix")).stream()
                .map(MatrixRow::of)
                .toList();
        return new DeploymentAnswer(
                verdict(document.json().path("summary").path("deployable"), rows),
                HalDocument.documents(document.json().path("notices")).stream()
                        .map(Reason::of)
                        .toList(),
                rows,
                List.of(),
                document);
    }

    /** The broker does not say no while a verification is missing, although another one failed; but no wait turns that into a yes. */
    private static Verdict verdict(JsonNode deployable, List<MatrixRow> rows) {
        if (rows.stream().anyMatch(MatrixRow::isFailure)) {
            return Verdict.NO;
        }
        return deployable.isBoolean() ? (deployable.asBoolean() ? Verdict.YES : Verdict.NO) : Verdict.UNKNOWN;
    }

    /** The same, knowing which verifications are missing; a yes does not survive that. */
    DeploymentAnswer withMissing(List<MatrixRow> rowsWithoutResult) {
        return new DeploymentAnswer(
                verdict == Verdict.YES && !rowsWithoutResult.isEmpty() ? Verdict.UNKNOWN : verdict,
                reasons,
                rows,
                rowsWithoutResult,
                document);
    }

    /** The rows of the broker, with the versions that lack a result in place of its rows without a version. */
    List<MatrixRow> decisiveRows() {
        return Stream.concat(rows.stream().filter(row -> !row.isMissing()), missing.stream())
                .toList();
    }
}
