/**
 * Java's regexes as finite automata: {@link dev.treaty.pacts.compare.regex.JavaRegex}. What an automaton cannot express exactly has none.
 */
@NullMarked
package dev.treaty.pacts.compare.regex;

import org.jspecify.annotations.NullMarked;
