package dev.treaty.pacts.compare.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.RunAutomaton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaRegexTest {

    private static final List<String> PIECES = List.of(
            "a",
            "b",
            "A",
            "B",
            "1",
            "9",
            "_",
            "-",
            ".",
            " ",
            "\t",
            "\n",
            "\r",
            "\u0085",
            "\u2028",
            "é",
            "É",
            "ß",
            "\u00a0",
            "\u017f",
            "\uD83D\uDE00",
            "\u212a",
            "[",
            "]",
            "(",
            ")",
            "\\",
            "$",
            "^",
            "{",
            "}",
            "ab",
            "aa",
            "x",
            "/",
            ":",
            "T",
            "Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a|b",
                "a|",
                "(?:a|b)*",
                "(a|ab)(b|)",
                "a+?b*?a??",
                "a{2}",
                "a{1,}",
                "a{0,2}b",
                ".",
                ".*",
                "(?s).*",
                "(?s:.)a",
                "(?i)ab",
                "(?i:a)b",
                "((?i)a)b",
                "(?i)[a-b]é",
                "(?i)[^a]",
                "(?i)k",
                "[ab]",
                "[^ab]",
                "[a-z&&[^b]]",
                "[a-b[1-9]]",
                "[]a]",
                "[^]a]",
                "[\\w.-]+",
                "[\\]\\[]",
                "[a\\-b]",
                "\\d\\D\\w\\W\\s\\S",
                "\\d|\\D",
                "\\W*",
                "\\h|\\v",
                "\\H",
                "\\p{L}+",
                "\\p{Lu}|\\P{L}",
                "\\pL",
                "\\p{javaLowerCase}*",
                "\\p{Alpha}\\p{Punct}?",
                "\\x41|\\u0042|\\x{1F600}|\\0101",
                "\\t|\\n|\\.|\\\\|\\$",
                "\\Qa.b\\E|\\Q[",
                "a\\Q]\\Eb?",
                "^a$",
                "^(a|b)$",
                "(^a|^b)1?$",
                "(^a$)|b",
                "^$",
                "\\Aa\\z|b\\Z",
                "(?<name>a)b",
                "(?=a).*",
                "(?!a).*",
                "(?!ab)[ab]*",
                "^(?!a)(?=b).*$",
                "b(?!a).*",
                "\uD83D\uDE00?",
                "[\uD83D\uDE00a]",
                "[^\uD83D\uDE00]",
                "é|ß",
                "]|}",
                "/x:[A-Z]+",
            })
    void accepts_what_java_matches(String regex) {
        var automaton = JavaRegex.automaton(regex, 0).orElseThrow();

        assertAgreement(automaton, Pattern.compile(regex));
    }

    /** Beyond the Basic Multilingual Plane, the automaton has two steps for a character, and the first is shared by 1,024 of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\p{L}",
                "\\P{Lu}",
                "[^\uD83D\uDE00]",
                "[\uD83D\uDE00-\uD83E\uDD00\uDBFF\uDFFF]",
                "[\uD800\uDC00-\uD800\uDFFF]"
            })
    void accepts_the_same_characters_as_java(String regex) {
        var automaton = new RunAutomaton(JavaRegex.automaton(regex, 0).orElseThrow());
        var matcher = Pattern.compile(regex).matcher("");

        var misjudged = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(character -> character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE)
                .mapToObj(Character::toString)
                .filter(text -> automaton.run(text) != matcher.reset(text).matches());

        assertThat(misjudged).isEmpty();
    }

    /** Or else it would take seconds to make a repetition deterministic. */
    @Test
    void a_set_of_hundreds_of_ranges_has_few_states() {
        assertThat(JavaRegex.automaton("\\p{L}", 0).orElseThrow().getNumberOfStates())
                .isLessThan(100);
    }

    private static void assertAgreement(Automaton automaton, Pattern pattern) {
        var texts = new ArrayList<>(PIECES);
        texts.add("");
        var random = new Random(4);
        for (var i = 0; i < 400; i++) {
            texts.add(PIECES.get(random.nextInt(PIECES.size())) + texts.get(random.nextInt(texts.size())));
        }
        assertThat(texts)
                .as("texts that %s matches", pattern)
                .allSatisfy(text -> assertThat(automaton.run(text))
                        .as(text)
                        .isEqualTo(pattern.matcher(text).matches()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a)\\1",
                "(?<x>a)\\k<x>",
                "a*+",
                "(?>a|ab)b",
                "a^b",
                "a*^b",
                "a$b",
                "(^a)*",
                "(?<=a)b",
                "(?<!a)b",
                "\\bword\\b",
                "\\Bx",
                "\\R",
                "\\X",
                "(?x)a b",
                "(?u)a",
                "(?m)^a$",
                "(?=a$)a",
                "(a(?=b)b)*",
                "a{100000}",
                "(a{1000}){1000}",
                "\\Qab\\E*",
            })
    void has_no_automaton_where_it_could_be_wrong(String regex) {
        assertThat(JavaRegex.automaton(regex, 0)).isEmpty();
    }

    @Test
    void anchors_of_lines_have_no_automaton() {
        assertThat(JavaRegex.automaton("^a", Pattern.MULTILINE)).isEmpty();
        assertThat(JavaRegex.automaton("a.b", Pattern.MULTILINE | Pattern.DOTALL))
                .isPresent();
    }

    @Test
    void what_is_not_a_regex_is_refused_as_java_does() {
        assertThatThrownBy(() -> JavaRegex.automaton("(", 0)).isInstanceOf(PatternSyntaxException.class);
    }

    @Test
    void every_regex_of_the_contracts_has_an_automaton() {
        var regexes = ContractRegexes.in(Path.of(".."));

        assertThat(regexes).hasSizeGreaterThan(50).allSatisfy(regex -> {
            var automaton = JavaRegex.automaton(regex, 0);
            assertThat(automaton).as(regex).isPresent();
            assertAgreement(automaton.get(), Pattern.compile(regex));
        });
    }
}
