package dev.treaty.pacts.compare.report;

import dev.treaty.pacts.compare.interaction.ContractChange;
import dev.treaty.pacts.compare.interaction.InteractionChange;
import dev.treaty.pacts.compare.interaction.RequestChange;
import dev.treaty.pacts.compare.interaction.Verdict.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A report for a comment on a pull request: what matters in the first lines, and no longer than GitHub accepts. */
public final class MarkdownReport {

    /** GitHub refuses longer comments. */
    public static final int LONGEST = 65_536;

    /** Left for the sentence that says what was cut. */
    private static final int RESERVE = 300;

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
        lines.add("### Contracts: %s → %s".formatted(code(comparison.before()), code(comparison.after())));
        comparison.with(Effect.BREAKING).forEach(contract -> lines.add(task(contract)));
        comparison.contracts().forEach(contract -> refusedRequests(contract).ifPresent(lines::add));
        lines.add(proven() + " " + unproven());
        return String.join("\n\n", lines) + "\n";
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
        var all = names.isEmpty() ? "" : " (all of " + escaped(Words.list(names)) + ")";
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
                blocks.add((i == 0 ? "\n#### " + contract.consumer() + " → " + contract.provider() + "\n\n" : "")
                        + block(changed.get(i)));
            }
        }
        return blocks;
    }

    private static String block(InteractionChange change) {
        var lines = new ArrayList<String>();
        lines.add("- **%s**: %s".formatted(change.verdict().words(), escaped(Words.name(change))));
        change.former().ifPresent(former -> lines.add("  - compared with \"%s\"".formatted(escaped(former))));
        change.notes().forEach(note -> lines.add("  - " + escaped(note)));
        Words.first(change.witnesses())
                .forEach(witness -> lines.add("  - accepted before, refused now: %s (%s)  \n    whole answer: %s"
                        .formatted(
                                code(Words.part(witness)),
                                escaped(Words.because(witness)),
                                code(Words.line(witness.answer())))));
        Words.more(change.witnesses()).ifPresent(more -> lines.add("  - " + more));
        change.undecided().forEach(part -> lines.add("  - not proven: " + escaped(Words.shown(part))));
        request(change.request(), lines);
        return String.join("\n", lines) + "\n";
    }

    private static void request(RequestChange request, List<String> lines) {
        switch (request.kind()) {
            case SAME, MORE -> {}
            case REFUSED ->
                lines.add("  - answered by stubs before, refused now: %s (%s)"
                        .formatted(
                                code(Words.shown(request.witness().orElse(""))),
                                escaped(Words.shown(request.because()))));
            case NOT_PROVEN -> lines.add("  - stubs: not proven that all requests are answered as before");
        }
    }

    // --- text that Markdown and HTML must not read ---

    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]#|~!@])", "\\\\$1").replace("<", "&lt;");
    }

    /** With more backticks around it than are in it. */
    private static String code(String text) {
        var fence = "`";
        while (text.contains(fence)) {
            fence += "`";
        }
        var space = text.startsWith("`") || text.endsWith("`") ? " " : "";
        return fence + space + text + space + fence;
    }
}
