/**
 * Which answers a contract accepts: responses, and messages, which answer nothing. {@link dev.treaty.pacts.compare.answer.AnswerComparison} compares
 * two of them; {@link dev.treaty.pacts.compare.answer.Acceptance} asks pact-jvm about a single answer.
 */
@NullMarked
package dev.treaty.pacts.compare.answer;

import org.jspecify.annotations.NullMarked;
