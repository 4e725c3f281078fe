package dev.treaty.pacts.compare.interaction;

import dev.treaty.pacts.compare.answer.Answer;

/**
 * An answer that pact-jvm accepts for the contract as it was and refuses for the contract as it is.
 *
 * @param at what of it makes the difference, e.g. {@code "$.role"}
 * @param shown what the answer has there
 * @param because pact-jvm's sentence about it
 */
public record Witness(Answer answer, String at, String shown, String because) {}
