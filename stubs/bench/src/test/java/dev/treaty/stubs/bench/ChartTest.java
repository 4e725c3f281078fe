package dev.treaty.stubs.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ChartTest {

    @Test
    void the_chart_is_well_formed_and_says_its_figures_in_words() throws Exception {
        var svg = parsed(Chart.of(ExampleReport.RESULTS));

        assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(svg.getDocumentElement().getAttribute("aria-labelledby")).isEqualTo("title description");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("Requests a second by the number of interactions");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                .isEqualTo("Both axes are logarithmic. treaty-stubs: 30,000 at 10, 29,000 at 10,000; "
                        + "WireMock 3.13.2: 6,000 at 10; bare Jetty 11: 40,000 at 10; pact-stub-server: 9.50 at 100.");
    }

    @Test
    void names_do_not_lie_over_each_other() throws Exception {
        var texts = parsed(Chart.of(ExampleReport.RESULTS)).getElementsByTagName("text");

        var places = new HashSet<String>();
        for (var at = 0; at < texts.getLength(); at++) {
            var text = (Element) texts.item(at);
            places.add(text.getAttribute("x") + " " + text.getAttribute("y"));
        }
        assertThat(places).hasSize(texts.getLength());
    }

    @Test
    void a_run_without_figures_has_an_empty_chart() throws Exception {
        var nothing = new BenchResults(Map.of(), Map.of(), Map.of(), Map.of());

        assertThat(parsed(Chart.of(nothing)).getElementsByTagName("circle").getLength())
                .isZero();
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(UTF_8)));
    }
}
