package dev.treaty.provider.report;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Data goes one way: client, contract, verification or replay. Reads the classes, main and test, of every module. */
class HouseRulesTest {

    private static final Path HOUSE = Path.of("../..");
    private static final JavaClasses CLASSES = new ClassFileImporter().importPaths(compiled());

    @Test
    void consumers_reach_no_provider_and_no_stub() {
        noClasses()
                .that()
                .resideInAPackage("dev.treaty.consumer..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.treaty.provider..", "dev.treaty.stubs..")
                .because("the contract file is all that the two sides share")
                .check(CLASSES);
    }

    @Test
    void providers_and_stubs_reach_no_consumer() {
        noClasses()
                .that(resideInAnyPackage("dev.treaty.provider..", "dev.treaty.stubs..")
                        .and(not(resideInAPackage("dev.treaty.provider.apigateway.."))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.treaty.consumer..")
                .because("the contract file is all that the two sides share")
                .check(CLASSES);
    }

    @Test
    void the_gateway_reaches_only_its_own_other_side() {
        noClasses()
                .that(resideInAPackage("dev.treaty.provider.apigateway..")
                        // The one test that runs the whole platform, with the client that people use it by.
                        .and(not(simpleName("PlatformIT"))))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.treaty.consumer..")
                        .and(not(resideInAPackage("dev.treaty.consumer.apigateway.."))))
                .because("a service may be one participant on two sides, but not two participants")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void stubs_reach_no_provider_and_contracts_reach_nobody() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.treaty.stubs..", "dev.treaty.pacts..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.treaty.provider..")
                .because("a stub replays contracts, whoever holds them")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("dev.treaty.pacts..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.treaty.consumer..", "dev.treaty.stubs..")
                .because("the rules of a contract file know no participant")
                .check(CLASSES);
    }

    @Test
    void every_module_is_looked_at() throws IOException {
        var modules = Files.readString(HOUSE.resolve("pom.xml"))
                .lines()
                .filter(line -> line.strip().startsWith("<module>"))
                .count();

        assertThat(modules).isPositive().isEqualTo(moduleFolders().size());
    }

    private static List<Path> compiled() {
        var roots = new ArrayList<Path>();
        for (var module : moduleFolders()) {
            // The build directories of pacts and the modules below it, e.g. target/pacts-files
            var folder = HOUSE.relativize(module).toString().replace(File.separatorChar, '-');
            for (var target :
                    List.of(module.resolve("target"), HOUSE.resolve("target").resolve(folder))) {
                roots.add(target.resolve("classes"));
                roots.add(target.resolve("test-classes"));
            }
        }
        return roots.stream().filter(Files::exists).toList();
    }

    private static List<Path> moduleFolders() {
        try (var folders = Files.walk(HOUSE, 2)) {
            return folders.filter(folder -> !folder.equals(HOUSE))
                    .filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
