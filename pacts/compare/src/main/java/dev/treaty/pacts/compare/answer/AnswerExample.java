package dev.treaty.pacts.compare.answer;

/**
 * An answer that was probably accepted before and is not now.
 *
 * @param at what of it makes the difference, e.g. {@code "status"}, {@code "header ETag"}, {@code "$.role"}
 * @param shown what the answer has there
 */
public record AnswerExample(Answer answer, String at, String shown) {}
