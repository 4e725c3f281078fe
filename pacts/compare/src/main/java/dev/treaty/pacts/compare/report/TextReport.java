package dev.treaty.pacts.compare.report;

import dev.treaty.pacts.compare.interaction.ContractChange;
import dev.treaty.pacts.compare.interaction.InteractionChange;
import dev.treaty.pacts.compare.interaction.RequestChange;
import dev.treaty.pacts.compare.interaction.Verdict.Effect;

/** A report for a terminal. */
public final class TextReport {

    private final StringBuilder text = new StringBuilder();

    private TextReport() {}

    /** The report; ends with a line break. */
    public static String of(Comparison comparison) {
        var report = new TextReport();
        comparison.contracts().forEach(report::add);
        report.summary(comparison);
        return report.text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void add(ContractChange contract) {
        var changed = contract.interactions().stream()
                .filter(change -> !change.isSame())
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        line(contract.name());
        contract.renamed().ifPresent(renaming -> line("  renamed? " + Words.advice(renaming)));
        changed.forEach(this::add);
        line("");
    }

    private void add(InteractionChange change) {
        var states = change.states().isEmpty() ? "" : ", given " + Words.shown(change.states());
        line("  %-22s %s".formatted(change.verdict().words(), Words.name(change) + states));
        change.former().ifPresent(former -> line("    compared with: " + Words.quoted(former)));
        change.notes().forEach(note -> line("    note: " + Words.shown(note)));
        for (var witness : Words.first(change.witnesses())) {
            line("    accepted before, refused now: " + Words.part(witness));
            line("      because: " + Words.because(witness));
            line("      whole answer: " + Words.line(witness.answer()));
        }
        Words.more(change.witnesses()).ifPresent(more -> line("    " + more));
        change.undecided().forEach(part -> line("    not proven: " + Words.shown(part)));
        request(change.request());
    }

    private void request(RequestChange request) {
        switch (request.kind()) {
            case SAME, MORE -> {}
            case REFUSED -> {
                line("    answered by stubs before, refused now: "
                        + Words.shown(request.witness().orElse("")));
                line("      because: " + Words.shown(request.because()));
            }
            case NOT_PROVEN -> line("    stubs: not proven that all requests are answered as before");
        }
    }

    private void summary(Comparison comparison) {
        var breaking = comparison.with(Effect.BREAKING);
        breaking.forEach(contract -> line(Words.task(contract) + "."));
        if (breaking.isEmpty()) {
            line("No provider that satisfies the contracts of %s is shown to break those of %s."
                    .formatted(comparison.before(), comparison.after()));
        }
        line("Proven to ask no more: %s. Not proven: %s."
                .formatted(Words.count(comparison.count(Effect.SAFE), "interaction"), Words.unproven(comparison)));
    }
}
