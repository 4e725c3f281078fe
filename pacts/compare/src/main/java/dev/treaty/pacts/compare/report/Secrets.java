package dev.treaty.pacts.compare.report;

import dev.treaty.pacts.compare.interaction.Witness;
import dev.treaty.pacts.errors.SecretNames;
import dev.treaty.pacts.errors.SecretValues;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides what may be a credential by its name or its form. Contracts are committed, but reports are sent to more people. */
final class Secrets {

    private static final String HIDDEN = "•••";

    /** A member of an object whose name tells of a secret, with a text; group 1 is what is before the text. */
    private static final Pattern MEMBER =
            Pattern.compile("(\"[^\"]*" + SecretNames.REGEX + "[^\"]*\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)+\"");

    private Secrets() {}

    /** A text without secrets. */
    static String hidden(String text) {
        return SecretValues.replace(MEMBER.matcher(text).replaceAll("$1\"" + HIDDEN + "\""), HIDDEN);
    }

    /** What a part of an answer has, e.g. {@code "$.access_token"} or a header; a text with quotes or a header's value. */
    static String hidden(String at, String shown) {
        return isText(shown) && SecretNames.contains(lastStep(at)) ? "\"" + HIDDEN + "\"" : hidden(shown);
    }

    /** A sentence about a part of an answer, without its value if that is a secret. */
    static String hiddenIn(String sentence, Witness witness) {
        var shown = witness.shown();
        var isSecret = isText(shown) && SecretNames.contains(lastStep(witness.at()));
        return hidden(
                isSecret ? sentence.replaceAll("'[^']*'", Matcher.quoteReplacement("'" + HIDDEN + "'")) : sentence);
    }

    private static boolean isText(String shown) {
        return shown.length() > 2 && !shown.equals("missing") && !shown.matches("-?[0-9.]+|true|false|null");
    }

    private static String lastStep(String at) {
        return at.substring(Math.max(at.lastIndexOf('.'), at.lastIndexOf(' ')) + 1);
    }
}
