package dev.treaty.provider.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What a build must not do, as its poms say it. */
class BuildRulesTest {

    /** {@code -Dtest} names the tests of each execution: a verification would run, and publish its results, once for each. */
    @Test
    void B14_a_test_that_is_named_runs_once() throws Exception {
        var surefire = Stream.concat(
                        Stream.of(MavenModule.REPOSITORY.resolve("pom.xml")),
                        MavenModule.folders().stream()
                                .map(folder ->
                                        MavenModule.REPOSITORY.resolve(folder).resolve("pom.xml")))
                .flatMap(BuildRulesTest::plugins)
                .filter(plugin -> child(plugin, "artifactId").equals("maven-surefire-plugin"))
                .toList();

        assertThat(surefire)
                .isNotEmpty()
                .allSatisfy(plugin -> assertThat(
                                plugin.getElementsByTagName("execution").getLength())
                        .as(plugin.getBaseURI())
                        .isZero());
    }

    private static Stream<Element> plugins(Path pom) {
        try {
            var plugins = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(pom.toFile())
                    .getElementsByTagName("plugin");
            return IntStream.range(0, plugins.getLength())
                    .mapToObj(plugins::item)
                    .map(Element.class::cast);
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(pom.toString(), e);
        }
    }

    private static String child(Element element, String name) {
        return element.getElementsByTagName(name).item(0).getTextContent();
    }
}
