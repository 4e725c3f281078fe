package dev.treaty.stubs.matching.pact;

import au.com.dius.pact.core.model.DocPath;
import au.com.dius.pact.core.model.PathExpressionsKt;
import au.com.dius.pact.core.model.PathToken;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * A regex of a contract that may take long for some texts.
 *
 * @param category of the rule: {@code path}, {@code query}, {@code header} or {@code body}
 * @param item what the rule is for: a name, or for a body the steps of its path; empty for all of a body
 * @param isNested whether another rule applies it to what is below that path, to its keys, too
 * @param longestCheapText the longest text that it certainly does not take long for, in characters
 */
record CostlyRegex(String category, List<PathToken> item, boolean isNested, Pattern pattern, int longestCheapText) {

    /** pact-jvm applies a regex to a body that is text with these. */
    private static final int FOR_TEXT = Pattern.MULTILINE | Pattern.DOTALL;

    /** None if the regex is cheap for every text that a request can have, or if Java does not know it. */
    static Stream<CostlyRegex> of(String category, String item, boolean isNested, String regex, int longest) {
        try {
            var path = category.equals("body") ? PathExpressionsKt.parsePath(item) : List.of(new PathToken.Field(item));
            var once = new CostlyRegex(category, List.copyOf(path), isNested, Pattern.compile(regex), longest);
            return Stream.of(once);
        } catch (PatternSyntaxException e) {
            return Stream.empty(); // pact-jvm fails on it
        } catch (RuntimeException e) {
            return Stream.empty(); // the path is not one, and pact-jvm fails on it
        }
    }

    /** Whether pact-jvm may apply it to this text of a request. */
    boolean appliesTo(RequestTexts.Text text) {
        return category.equals(text.category())
                && isForItem(text)
                && text.value().length() > longestCheapText;
    }

    private boolean isForItem(RequestTexts.Text text) {
        return switch (category) {
            case "path" -> true;
            case "body" -> text.path().isEmpty() || isAt(text);
            default -> item.get(0).rawString().equalsIgnoreCase(text.path().get(0));
        };
    }

    private boolean isAt(RequestTexts.Text text) {
        var path = text.path();
        if (item.size() > path.size() || (text.isKey() && !isNested)) {
            return false;
        }
        for (var i = 0; i < item.size(); i++) {
            if (DocPath.Companion.matchesToken(path.get(i), item.get(i)) == 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Applies it to a text, for the time that it takes.
     *
     * @throws BoundedText.Unfinished if it takes more steps, or the thread is interrupted
     */
    void apply(RequestTexts.Text text, BoundedText.Steps steps) {
        var applied = text.isWholeText() ? Pattern.compile(pattern.pattern(), FOR_TEXT) : pattern;
        BoundedText.match(applied, text.value(), steps);
    }
}
