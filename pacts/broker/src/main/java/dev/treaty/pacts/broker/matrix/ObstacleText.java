package dev.treaty.pacts.broker.matrix;

import dev.treaty.pacts.broker.http.HalLink;
import dev.treaty.pacts.broker.text.ShellWord;
import dev.treaty.pacts.broker.verification.VerificationMismatch;

/** An {@link Obstacle} as people read it. */
final class ObstacleText {

    private ObstacleText() {}

    static String of(Obstacle obstacle) {
        if (obstacle instanceof Obstacle.Broken broken) {
            return broken(broken);
        }
        if (obstacle instanceof Obstacle.Unverified unverified) {
            return unverified(unverified);
        }
        return absent((Obstacle.Absent) obstacle);
    }

    private static String broken(Obstacle.Broken broken) {
        var row = broken.row();
        var text = new StringBuilder("%s %s breaks its contract with %s %s\n"
                .formatted(row.provider(), row.providerVersion().orElse(""), row.consumer(), row.consumerVersion()));
        text.append(broken.result()
                .buildUrl()
                .map("  verified by: %s\n"::formatted)
                .orElse("  verified by: a build that did not publish its URL\n"));
        row.result()
                .map(HalLink::href)
                .ifPresent(url -> text.append("  result:      ").append(url).append('\n'));
        if (broken.broken().isEmpty()) {
            text.append("  the result does not say which interactions failed; see the build\n");
        }
        broken.broken().forEach(interaction -> append(text, interaction));
        return text.toString();
    }

    private static void append(StringBuilder text, BrokenInteraction interaction) {
        text.append("  \"").append(interaction.description()).append('"');
        text.append(interaction.states().isEmpty() ? "\n" : ", given " + interaction.states() + "\n");
        interaction.outcome().mismatches().forEach(mismatch -> append(text, mismatch));
        interaction
                .outcome()
                .curl()
                .ifPresent(curl -> text.append("    repeat:   ").append(curl).append('\n'));
    }

    private static void append(StringBuilder text, VerificationMismatch mismatch) {
        var place = (mismatch.attribute() + " " + mismatch.identifier()).strip();
        if (!place.isEmpty()) {
            text.append("    ").append(place).append('\n');
        }
        mismatch.expected()
                .ifPresent(expected ->
                        text.append("      expected: ").append(expected).append('\n'));
        mismatch.actual()
                .ifPresent(
                        actual -> text.append("      actual:   ").append(actual).append('\n'));
        var isSaid = mismatch.expected().isPresent() && mismatch.actual().isPresent();
        if (!isSaid && !mismatch.description().isEmpty()) {
            text.append(mismatch.description().strip().indent(place.isEmpty() ? 4 : 6));
        }
    }

    private static String unverified(Obstacle.Unverified unverified) {
        var row = unverified.row();
        return """
                %s%s was never verified against the contract of %s %s
                  verify it where it runs, at $URL: %s
                  or in a checkout of that version: %s
                """.formatted(
                        row.provider(),
                        row.providerVersion().map(" "::concat).orElse(""),
                        row.consumer(),
                        row.consumerVersion(),
                        unverified.advice().command(),
                        unverified.advice().build());
    }

    private static String absent(Obstacle.Absent absent) {
        var row = absent.row();
        return """
                %s %s needs %s, of which no version is in %s
                  deploy it first, and record that: record-deployment --pacticipant %s --version <version> --environment %s
                """.formatted(
                        row.consumer(),
                        row.consumerVersion(),
                        row.provider(),
                        absent.environment(),
                        ShellWord.of(row.provider()),
                        ShellWord.of(absent.environment()));
    }
}
