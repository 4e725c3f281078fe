package dev.treaty.pacts.compare.report;

import dev.treaty.pacts.compare.answer.Answer;
import dev.treaty.pacts.compare.interaction.ContractChange;
import dev.treaty.pacts.compare.interaction.InteractionChange;
import dev.treaty.pacts.compare.interaction.Renaming;
import dev.treaty.pacts.compare.interaction.Verdict.Effect;
import dev.treaty.pacts.compare.interaction.Witness;
import dev.treaty.pacts.errors.Quantity;
import java.util.List;
import java.util.Optional;

/** Sentences that all reports for people share. */
final class Words {

    private static final int LONGEST = 400;

    private static final int LONGEST_WHOLE = 4_000;

    /** What is shown of the end of a longer text. */
    private static final int LAST = 100;

    private static final int MOST_WITNESSES = 3;

    private Words() {}

    /** e.g. {@code "1 interaction"}, {@code "2 interactions"}. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** e.g. {@code "billing, archivist and web-app"}; {@code "none"} if there are none. */
    static String list(List<String> names) {
        if (names.isEmpty()) {
            return "none";
        }
        var first = names.subList(0, names.size() - 1);
        var last = names.get(names.size() - 1);
        return first.isEmpty() ? last : String.join(", ", first) + " and " + last;
    }

    /** Whom the change of a contract asks to act, and to do what. */
    static String task(ContractChange contract) {
        return "%s must verify %s before %s is deployed"
                .formatted(
                        contract.provider(),
                        count(contract.with(Effect.BREAKING).size(), "interaction"),
                        contract.consumer());
    }

    /** Which contracts have interactions of which nothing is proven; {@code "none"} if none has. */
    static String unproven(Comparison comparison) {
        var unproven = comparison.contracts().stream()
                .filter(contract -> !contract.with(Effect.UNPROVEN).isEmpty())
                .map(contract -> "%s of %s"
                        .formatted(Words.count(contract.with(Effect.UNPROVEN).size(), "interaction"), contract.name()))
                .toList();
        return unproven.isEmpty() ? "none" : list(unproven) + "; verify to be sure";
    }

    /** On one line, shortened in the middle, without secrets. */
    static String shown(String text) {
        return shortened(Secrets.hidden(text).replaceAll("\\s+", " ").strip(), LONGEST);
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest
                ? text
                : text.substring(0, longest - LAST) + " … " + text.substring(text.length() - LAST);
    }

    /** Those that are shown. */
    static List<Witness> first(List<Witness> witnesses) {
        return witnesses.subList(0, Math.min(witnesses.size(), MOST_WITNESSES));
    }

    /** How many are not shown; empty if all are. */
    static Optional<String> more(List<Witness> witnesses) {
        var more = witnesses.size() - MOST_WITNESSES;
        return more > 0 ? Optional.of("and %s".formatted(count(more, "more difference"))) : Optional.empty();
    }

    /** The part of an answer that makes the difference, e.g. {@code $.role: "owner"}. */
    static String part(Witness witness) {
        return witness.at() + ": " + shown(Secrets.hidden(witness.at(), witness.shown()));
    }

    /** pact-jvm's sentence about it. */
    static String because(Witness witness) {
        return shown(Secrets.hiddenIn(witness.because(), witness));
    }

    /** A whole answer on one line, e.g. {@code 200 {"role":"owner"}}. */
    static String line(Answer answer) {
        var body = body(answer);
        return answer.status() == Answer.NO_STATUS ? shown(body) : shown(answer.status() + " " + body);
    }

    /** The same as it is, but for its secrets and for the middle of a very long one. */
    static String lines(Answer answer) {
        var body = Secrets.hidden(body(answer));
        return shortened(answer.status() == Answer.NO_STATUS ? body : answer.status() + " " + body, LONGEST_WHOLE);
    }

    /** Bytes that are no text are only counted. */
    private static String body(Answer answer) {
        var body = answer.body();
        var type = body.getContentType();
        return body.isPresent() && type.isBinaryType()
                ? "(%s of %s)".formatted(Quantity.of(body.unwrap().length, "byte"), type.getBaseType())
                : body.valueAsString();
    }

    /** The description in quotes. */
    static String name(InteractionChange change) {
        return quoted(change.description());
    }

    /** A text of a contract in quotes, as it is shown. */
    static String quoted(String text) {
        return "\"" + shown(text) + "\"";
    }

    /** What to say of a contract that probably has a new name only. */
    static String advice(Renaming renaming) {
        return "It shares %d of %s with %s, which is gone. If only a name has changed, the provider keeps what it kept; but a broker"
                        .formatted(renaming.same(), count(renaming.all(), "interaction"), renaming.name())
                + " knows no result under the new name.";
    }
}
