package dev.treaty.provider.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.treaty.provider.verification.report.BuildResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/** A CI shows JUnit's XML, which must name an interaction by its description, not {@code keepsContract(ContractInteraction)[17]}. */
class JUnitReportsTest {

    private static final Path PROVIDERS = Path.of("..");

    @Test
    void name_each_interaction_of_this_build_by_its_consumer_and_description() throws Exception {
        var verified = BuildResults.read(PROVIDERS, System.getProperty("build.id"))
                .with(List.of())
                .results();
        assumeThat(verified).as("verified in this build").isNotEmpty();

        var names = new ArrayList<String>();
        for (var report : reports()) {
            names.addAll(testCases(report));
        }

        assertThat(verified)
                .extracting(
                        result -> "keeps its contract with %s: %s".formatted(result.consumer(), result.description()))
                .filteredOn(name -> !names.contains(name))
                .as("named differently in JUnit's XML")
                .isEmpty();
    }

    private static List<Path> reports() throws IOException {
        var written = PROVIDERS.getFileSystem().getPathMatcher("glob:**/surefire-reports/TEST-*.xml");
        try (var files = Files.walk(PROVIDERS, 4)) {
            return files.filter(written::matches).toList();
        }
    }

    private static List<String> testCases(Path report) throws Exception {
        var names = new ArrayList<String>();
        var cases = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getElementsByTagName("testcase");
        for (var i = 0; i < cases.getLength(); i++) {
            names.add(cases.item(i).getAttributes().getNamedItem("name").getNodeValue());
        }
        return names;
    }
}
