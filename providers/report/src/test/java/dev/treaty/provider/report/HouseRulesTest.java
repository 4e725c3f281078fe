package dev.treaty.provider.report;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Comparator;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The rules of this repository's structure, checked in the classes of all modules: data flows from client to contract to verification or
 * replay; packages are small, have one topic, and form no circles; each tool is used in one place.
 */
class HouseRulesTest {

    /** The HTTP server inside WireMock's jar, and its servlet API. */
    private static final String[] JETTY = {"wiremock.org.eclipse.jetty..", "wiremock.jakarta.servlet.."};

    private static final int MOST_TYPES_IN_A_PACKAGE = 25;

    private static final RepositoryClasses CLASSES = new RepositoryClasses();

    private enum SourceSet {
        MAIN,
        TEST;

        JavaClasses classes() {
            return this == MAIN ? CLASSES.main() : CLASSES.test();
        }
    }

    // --- who may know whom ---

    @Test
    void consumers_reach_no_provider_and_no_stub() {
        noClasses()
                .that()
                .resideInAPackage("dev.treaty.consumer..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.treaty.provider..", "dev.treaty.stubs..")
                .because("the contract file is all that the two sides share; record what you need in a contract")
                .check(CLASSES.all());
    }

    @Test
    void providers_and_stubs_reach_no_consumer() {
        noClasses()
                .that(resideInAnyPackage("dev.treaty.provider..", "dev.treaty.stubs..")
                        .and(not(resideInAnyPackage(
                                "dev.treaty.provider.apigateway..",
                                "dev.treaty.provider.threatintelligence..",
                                // verifies the events of a consumer that publishes some
                                "dev.treaty.provider.vendorwatch..",
                                // runs clients against the packaged server, as an application would
                                "dev.treaty.stubs.sdks.onboarding.."))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.treaty.consumer..")
                .because("the contract file is all that the two sides share; read what you need from the contract")
                .check(CLASSES.all());
    }

    @Test
    void the_gateway_reaches_only_its_own_consumer_side() {
        noClasses()
                .that(resideInAPackage("dev.treaty.provider.apigateway..")
                        // The one test that runs the whole platform, with the client that people use it with.
                        .and(not(simpleName("PlatformIT"))))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.treaty.consumer..")
                        .and(not(resideInAPackage("dev.treaty.consumer.apigateway.."))))
                .because("the gateway calls its services through its own consumer module, not through another one")
                .check(CLASSES.all());
    }

    @Test
    void threat_intelligence_reaches_only_its_own_consumer_side() {
        noClasses()
                .that()
                .resideInAPackage("dev.treaty.provider.threatintelligence..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.treaty.consumer..")
                        .and(not(resideInAnyPackage(
                                "dev.treaty.consumer.threatintelligence..", "dev.treaty.consumer.http.."))))
                .because("the service asks its sources through its own consumer module, not through another one")
                .check(CLASSES.all());
    }

    @Test
    void stubs_and_contracts_reach_no_provider() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.treaty.stubs..", "dev.treaty.pacts..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.treaty.provider..")
                .because("contracts and their replay do not depend on who provides them")
                .check(CLASSES.all());
    }

    @Test
    void contracts_reach_no_participant() {
        noClasses()
                .that()
                .resideInAPackage("dev.treaty.pacts..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.treaty.consumer..", "dev.treaty.stubs..")
                .because("the rules of a contract file are the same for all participants")
                .check(CLASSES.all());
    }

    // --- which tool is used where ---

    @Test
    void wiremock_is_used_in_one_package_of_the_stub_server_and_in_the_sandbox_stand_in() {
        noClasses()
                .that(resideInAPackage("dev.treaty..")
                        .and(not(resideInAnyPackage(
                                "dev.treaty.stubs.http.wiremock..",
                                "dev.treaty.provider.junit.standin..",
                                // measures WireMock as a competitor
                                "dev.treaty.stubs.bench.."))))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("com.github.tomakehurst.wiremock..", "org.wiremock..", "wiremock..")
                                .and(not(resideInAnyPackage(JETTY))))
                .because(
                        "only one package should change when WireMock does; let dev.treaty.stubs.http.wiremock translate")
                .check(CLASSES.main());
    }

    @Test
    void jetty_is_used_only_in_the_stub_server() {
        noClasses()
                .that(resideInAPackage("dev.treaty..")
                        .and(not(resideInAnyPackage("dev.treaty.stubs.http..", "dev.treaty.stubs.bench.."))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(JETTY)
                .because("the HTTP server inside WireMock is a detail of dev.treaty.stubs.http")
                .check(CLASSES.main());
    }

    @Test
    void contracts_and_matching_know_no_http_server() {
        noClasses()
                .that(resideInAnyPackage("dev.treaty.pacts..", "dev.treaty.stubs.matching..")
                        // the broker of the tests
                        .and(not(resideInAPackage("dev.treaty.pacts.testing.."))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.treaty.stubs.http..",
                        "com.github.tomakehurst.wiremock..",
                        "wiremock..",
                        "com.sun.net.httpserver..",
                        "io.javalin..",
                        "org.eclipse.jetty..",
                        "jakarta.servlet..")
                .because("reading a contract and finding an interaction must work without a server, e.g. in an export")
                .check(CLASSES.main());
    }

    // --- what a class must not do ---

    @Test
    void loading_a_class_sets_no_system_property() {
        classes()
                .should(new SystemPropertiesUntouched())
                .because("it changes the whole JVM at a time that nobody chose; set it where a program starts,"
                        + " or in a method that says so")
                .check(CLASSES.all());
    }

    // --- how packages and classes are arranged ---

    @ParameterizedTest
    @EnumSource
    void packages_form_no_circle(SourceSet sourceSet) {
        slices().matching("dev.treaty.(**)")
                .should()
                .beFreeOfCycles()
                .because("a package that needs its users cannot be understood or moved without them;"
                        + " move what both need into the lower one, or into a third")
                .check(sourceSet.classes());
    }

    @Test
    void classes_form_no_circle_except_a_sealed_type_with_its_subtypes() {
        assertThat(new ClassCircles(CLASSES.main(), CLASSES::isSealed).find())
                .as("circles of classes, because classes that need each other can only be read together;"
                        + " pass in what one needs from the other, or move it into a third class")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_package_has_few_types(SourceSet sourceSet) {
        var types = sourceSet.classes().stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(groupingBy(JavaClass::getPackageName, TreeMap::new, counting()));
        types.values().removeIf(number -> number <= MOST_TYPES_IN_A_PACKAGE);

        assertThat(types)
                .as(
                        "packages with more than %d top-level types in src/%s, because a reader must be able to survey a package;"
                                + " move the types of one topic into a package of their own",
                        MOST_TYPES_IN_A_PACKAGE, sourceSet.name().toLowerCase(Locale.ROOT))
                .isEmpty();
    }

    @Test
    void a_class_resides_in_the_package_of_its_module() {
        classes()
                .should(resideInThePackageOfTheirModule())
                .because("a reader finds a class by its package: folder, artifactId and package have the same words")
                .check(CLASSES.all());
    }

    @Test
    void a_modules_artifact_id_has_the_words_of_its_folder() {
        var others = CLASSES.modules().stream()
                .filter(module -> !module.artifactId().equals(module.expectedArtifactId()))
                .map(module -> "%s has artifactId %s, expected %s"
                        .formatted(module.name(), module.artifactId(), module.expectedArtifactId()));

        assertThat(others)
                .as("modules with another artifactId, because folder, artifactId and package must have the same words")
                .isEmpty();
    }

    @Test
    void every_module_is_built() {
        var names = CLASSES.modules().stream().map(MavenModule::name).toList();

        assertThat(MavenModule.folders())
                .filteredOn(folder -> !names.contains(folder))
                .as("folders with a pom.xml that the root pom.xml does not list, because they are never built")
                .isEmpty();
    }

    @Test
    void every_module_is_checked() {
        assertThat(CLASSES.modules())
                .filteredOn(module -> !module.isCompiled())
                .extracting(MavenModule::name)
                .as(
                        "modules that are not compiled, because these rules only see classes; build all modules, and list the"
                                + " missing one in providers/report/pom.xml, which orders the build")
                .isEmpty();
    }

    private static ArchCondition<JavaClass> resideInThePackageOfTheirModule() {
        return new ArchCondition<>("reside in the package of their module") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var module = CLASSES.module(type);
                if (!module.equals(ownerOf(type.getPackageName()))) {
                    events.add(SimpleConditionEvent.violated(
                            type,
                            "%s is in %s, whose package is %s; move the class or the package"
                                    .formatted(type.getName(), module.name(), module.packageName())));
                }
            }
        };
    }

    /** The module with the longest package that contains the given one. */
    private static @Nullable MavenModule ownerOf(String packageName) {
        return CLASSES.modules().stream()
                .filter(module -> module.contains(packageName))
                .max(Comparator.comparingInt(module -> module.packageName().length()))
                .orElse(null);
    }
}
