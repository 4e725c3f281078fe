package dev.treaty.pacts.compare.report;

import static dev.treaty.pacts.compare.report.MarkdownText.code;
import static dev.treaty.pacts.compare.report.MarkdownText.escaped;

import dev.treaty.pacts.compare.interaction.ContractChange;
import dev.treaty.pacts.compare.interaction.InteractionChange;
import dev.treaty.pacts.compare.interaction.RequestChange;
import dev.treaty.pacts.compare.interaction.Verdict.Effect;
import dev.treaty.pacts.compare.interaction.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A report for a comment on a pull request: what matters in the first lines, and no longer than GitHub accepts. */
public final class MarkdownReport {

    /** GitHub refuses longer comments. */
    public static final int LONGEST = 65_536;

    /** Left for the sentence that says what was cut. */
    private static final int RESERVE = 300;

    /** A longer answer is only seen after a click. */
    private static final int LONGEST_ON_ONE_LINE = 120;

    /** Of how many contracts the names are listed. */
    private static final int MOST_NAMES = 20;

    private final Comparison comparison;

    private MarkdownReport(Comparison comparison) {
        this.comparison = comparison;
    }

    /** The report, at most {@value #LONGEST} characters; ends with a line break. */
    public static String of(Comparison comparison) {
        return new MarkdownReport(comparison).text();
    }

    private String text() {
        var text = new StringBuilder(head());
        var blocks = blocks();
        for (var i = 0; i < blocks.size(); i++) {
            if (text.length() + blocks.get(i).length() > LONGEST - RESERVE) {
                return text.append("\n… and %d more changes; `compare` prints all of them at a terminal.\n"
                                .formatted(blocks.size() - i))
                        .toString();
            }
            text.append(blocks.get(i));
        }
        return text.toString();
    }

    // --- the lines that everybody reads ---

    private String head() {
        var lines = new ArrayList<String>();
        lines.add("### Contracts: %s → %s"
                .formatted(code(Words.shown(comparison.before())), code(Words.shown(comparison.after()))));
        addSome(
                comparison.with(Effect.BREAKING).stream()
                        .map(MarkdownReport::task)
                        .toList(),
                lines);
        addSome(
                comparison.contracts().stream()
                        .flatMap(contract -> refusedRequests(contract).stream())
                        .toList(),
                lines);
        lines.add(proven() + " " + unproven());
        return String.join("\n\n", lines) + "\n";
    }

    /** As many as leave room for the changes themselves. */
    private static void addSome(List<String> sentences, List<String> lines) {
        lines.addAll(sentences.subList(0, Math.min(sentences.size(), MOST_NAMES)));
        if (sentences.size() > MOST_NAMES) {
            lines.add("… and the same for %s.".formatted(Words.count(sentences.size() - MOST_NAMES, "other contract")));
        }
    }

    private static String task(ContractChange contract) {
        var example = contract.with(Effect.BREAKING).stream()
                .flatMap(change -> change.witnesses().stream())
                .findFirst()
                .map(witness -> " Accepted before, refused now: " + code(Words.part(witness)) + ".")
                .orElse("");
        return "**%s.**%s".formatted(escaped(Words.task(contract)), example);
    }

    private Optional<String> refusedRequests(ContractChange contract) {
        var refused = comparison.requests(contract, RequestChange.Kind.REFUSED);
        return refused.stream()
                .findFirst()
                .map(change -> "**Stubs of %s refuse %s that they answered before**, e.g. %s."
                        .formatted(
                                escaped(contract.name()),
                                Words.count(refused.size(), "request"),
                                code(Words.shown(change.request().witness().orElse("")))));
    }

    private String proven() {
        var names =
                comparison.with(Effect.SAFE).stream().map(ContractChange::name).toList();
        var all = names.isEmpty() || names.size() > MOST_NAMES ? "" : " (all of " + escaped(Words.list(names)) + ")";
        return "Proven to ask no more: %s%s.".formatted(Words.count(comparison.count(Effect.SAFE), "interaction"), all);
    }

    private String unproven() {
        return "Not proven: " + escaped(Words.unproven(comparison)) + ".";
    }

    // --- the changes, one by one ---

    private List<String> blocks() {
        var blocks = new ArrayList<String>();
        for (var contract : comparison.contracts()) {
            var changed = contract.interactions().stream()
                    .filter(change -> !change.isSame())
                    .toList();
            for (var i = 0; i < changed.size(); i++) {
                blocks.add((i == 0 ? title(contract) : "") + block(changed.get(i)));
            }
        }
        return blocks;
    }

    private static String title(ContractChange contract) {
        var title = "\n#### %s → %s\n\n".formatted(escaped(contract.consumer()), escaped(contract.provider()));
        return title
                + contract.renamed()
                        .map(renaming -> "Renamed? " + escaped(Words.advice(renaming)) + "\n\n")
                        .orElse("");
    }

    private static String block(InteractionChange change) {
        var lines = new ArrayList<String>();
        var states = change.states().isEmpty() ? "" : ", given " + code(Words.shown(change.states()));
        lines.add("- **%s**: %s".formatted(change.verdict().words(), code(Words.name(change)) + states));
        change.former().ifPresent(former -> lines.add("  - compared with " + code(Words.quoted(former))));
        change.notes().forEach(note -> lines.add("  - " + code(Words.shown(note))));
        Words.first(change.witnesses()).forEach(witness -> add(witness, lines));
        Words.more(change.witnesses()).ifPresent(more -> lines.add("  - " + more));
        change.undecided().forEach(part -> lines.add("  - not proven: " + code(Words.shown(part))));
        request(change.request(), lines);
        return String.join("\n", lines) + "\n";
    }

    private static void add(Witness witness, List<String> lines) {
        var difference = "  - accepted before, refused now: %s (%s)"
                .formatted(code(Words.part(witness)), code(Words.because(witness)));
        var answer = Words.lines(witness.answer());
        lines.add(difference
                + (answer.length() <= LONGEST_ON_ONE_LINE && !answer.contains("\n")
                        ? "  \n    whole answer: " + code(answer)
                        : "\n\n" + MarkdownText.details("whole answer", answer) + "\n"));
    }

    private static void request(RequestChange request, List<String> lines) {
        switch (request.kind()) {
            case SAME, MORE -> {}
            case REFUSED ->
                lines.add("  - answered by stubs before, refused now: %s (%s)"
                        .formatted(
                                code(Words.shown(request.witness().orElse(""))), code(Words.shown(request.because()))));
            case NOT_PROVEN -> lines.add("  - stubs: not proven that all requests are answered as before");
        }
    }
}
