package dev.treaty.stubs.export.value;

import dev.treaty.stubs.export.draft.Deviation;
import java.util.EnumSet;
import java.util.Set;

/** Translates a Java date format into a regex, which checks what a date looks like, not whether the day exists. */
final class DateFormatRegex {

    private static final String NUMBERS = "yuYdDHhkKmsSFwWncNAe";
    private static final String NAMES = "EaGzOvVQqB";

    /** Letters that Commons Lang, pact-jvm's lenient second parser, does not support either. */
    private static final String STRICTLY_PARSED = "ecnNAOvVQqB";

    private final StringBuilder regex = new StringBuilder();
    private final Set<Deviation> deviations = EnumSet.of(Deviation.DATE_SPELLING);
    private final String format;

    private DateFormatRegex(String format) {
        this.format = format;
    }

    static DateFormatRegex of(String format) {
        var regex = new DateFormatRegex(format);
        regex.translate();
        return regex;
    }

    /** In a format that ends in Z, pact-jvm reads every Z as an X, and as a Z as well. */
    static DateFormatRegex ofTimestamp(String format) {
        return of(format.endsWith("Z") ? format.replace('Z', 'X') : format);
    }

    private void translate() {
        for (var i = 0; i < format.length(); ) {
            var letter = format.charAt(i);
            if (letter == '\'') {
                i = quoted(i);
            } else {
                var count = 1;
                while (i + count < format.length() && format.charAt(i + count) == letter) {
                    count++;
                }
                field(letter, count);
                i += count;
            }
        }
    }

    String regex() {
        return regex.toString();
    }

    Set<Deviation> deviations() {
        return Set.copyOf(deviations);
    }

    /** Text in single quotes; two quotes are one. Returns its end. */
    private int quoted(int start) {
        var end = format.indexOf('\'', start + 1);
        if (end < 0) {
            end = format.length();
        }
        regex.append(Regexes.quote(end == start + 1 ? "'" : format.substring(start + 1, end)));
        return end + 1;
    }

    private void field(char letter, int count) {
        if (STRICTLY_PARSED.indexOf(letter) >= 0) {
            deviations.add(Deviation.DATE_VALUES);
        }
        if (((letter == 'M' || letter == 'L') && count > 2) || NAMES.indexOf(letter) >= 0) {
            deviations.add(Deviation.DATE_NAMES);
            regex.append("[\\p{L}\\d.:+/_ -]+");
        } else if (letter == 'M' || letter == 'L' || NUMBERS.indexOf(letter) >= 0) {
            regex.append(count == 1 ? "\\d+" : "\\d{" + count + "}");
        } else if (letter == 'X' || letter == 'x' || letter == 'Z') {
            regex.append(offset(letter == 'Z' && count <= 3 ? 2 : count, letter == 'X' || count > 3));
        } else {
            regex.append(Regexes.quote(String.valueOf(letter).repeat(count)));
        }
    }

    /** An offset from UTC: hours, hours and minutes, or both with a colon between. */
    private static String offset(int count, boolean utcIsZ) {
        var digits = switch (count) {
            case 1 -> "[+-]\\d{2}(?:\\d{2})?";
            case 2 -> "[+-]\\d{4}";
            default -> "[+-]\\d{2}:\\d{2}";
        };
        return utcIsZ ? "(?:Z|" + digits + ")" : digits;
    }
}
