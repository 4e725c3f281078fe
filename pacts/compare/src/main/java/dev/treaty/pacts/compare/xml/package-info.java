/** Which XML bodies are accepted, as pact-jvm's {@code XmlContentMatcher} compares them. */
@NullMarked
package dev.treaty.pacts.compare.xml;

import org.jspecify.annotations.NullMarked;
