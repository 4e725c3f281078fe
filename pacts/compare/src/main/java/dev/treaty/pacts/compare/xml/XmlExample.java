package dev.treaty.pacts.compare.xml;

/**
 * A document that was probably accepted before and is not now.
 *
 * @param document as text
 * @param at what of it makes the difference, e.g. {@code "$.order.@id"}
 * @param shown what the document has there
 */
public record XmlExample(String document, String at, String shown) {}
