package dev.treaty.pacts.broker.matrix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.broker.matrix.DeploymentAnswer.Verdict;
import java.util.List;
import java.util.Locale;

/**
 * What a gate prints.
 *
 * @param obstacles why the answer is not yes
 * @param warnings what a yes does not cover
 */
public record GateReport(
        DeploymentQuestion question, DeploymentAnswer answer, List<Obstacle> obstacles, List<String> warnings) {

    /** Copies the lists. */
    public GateReport {
        obstacles = List.copyOf(obstacles);
        warnings = List.copyOf(warnings);
    }

    /** For people: the answer, the broker's reasons, the matrix, each obstacle, and the warnings. */
    public String text() {
        var text = new StringBuilder(headline()).append('\n');
        answer.reasons()
                .forEach(reason -> text.append("  ")
                        .append(reason.text().replace("\n", "\n  "))
                        .append('\n'));
        if (isCorrected()) {
            text.append(
                    "  The broker leaves out live versions without a result if another one has a result; these are below.\n");
        }
        if (!answer.decisiveRows().isEmpty()) {
            text.append('\n').append(MatrixTable.of(answer.decisiveRows()));
        }
        obstacles.forEach(obstacle -> text.append('\n').append(ObstacleText.of(obstacle)));
        warnings.forEach(warning -> text.append("\nWarning: ").append(warning).append('\n'));
        return text.toString();
    }

    /** Whether the broker said yes, and a version is live that it left out. */
    private boolean isCorrected() {
        return !isYes()
                && answer.document().json().path("summary").path("deployable").asBoolean();
    }

    private String headline() {
        return switch (answer.verdict()) {
            case YES -> "Yes: %s.".formatted(question.sentence(true));
            case NO -> "No: %s.".formatted(question.sentence(false));
            case UNKNOWN -> "No, because a verification is missing: %s.".formatted(question.sentence(false));
        };
    }

    /** For programs: what the broker sent, and beside it, as {@code treaty}, the same reasons as in the text. */
    public ObjectNode json() {
        var json = (ObjectNode) answer.document().json().deepCopy();
        var ours = json.putObject("treaty");
        ours.put("verdict", answer.verdict().name().toLowerCase(Locale.ROOT));
        var array = ours.putArray("obstacles");
        obstacles.forEach(obstacle -> array.add(ObstacleJson.of(obstacle)));
        warnings.forEach(ours.putArray("warnings")::add);
        return json;
    }

    /** Whether the question was answered with yes. */
    public boolean isYes() {
        return answer.verdict() == Verdict.YES;
    }
}
