package dev.treaty.stubs.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.stubs.http.ReplayServer;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** How long servers live, which tests share them, and how mistakes in a test are reported. */
class StubServerExtensionTest {

    @Test
    void one_server_is_shared_by_a_class_and_stopped_after_it() {
        var run = run(SharedServer.class);

        var servers = reported(run, "server").stream().distinct().toList();
        assertThat(run.testEvents().succeeded().count()).isEqualTo(3);
        assertThat(reported(run, "server")).hasSize(8);
        assertThat(servers).hasSize(1);
        assertThat(reported(run, "response after all tests")).containsExactly("rye");
        assertThatThrownBy(() -> bread(URI.create(servers.get(0)))).hasMessageContaining("refused");
    }

    @Test
    void every_class_has_its_own_server() {
        var run = run(TooLate.class, OneInstance.class);

        assertThat(reported(run, "server")).hasSize(2).doesNotHaveDuplicates();
    }

    @StubServer("bakery")
    static class SharedServer {

        SharedServer(URI bakery, TestReporter reporter) {
            reporter.publishEntry("server", bakery.toString());
        }

        @BeforeAll
        static void before(URI bakery, TestReporter reporter) {
            reporter.publishEntry("server", bakery.toString());
        }

        @Test
        void one(URI bakery, TestReporter reporter) {
            reporter.publishEntry("server", bakery.toString());
        }

        @Test
        void another(@StubServer("bakery") String bakery, TestReporter reporter) {
            reporter.publishEntry("server", bakery);
        }

        @Nested
        class Within {

            @Test
            void one(ReplayServer bakery, TestReporter reporter) {
                reporter.publishEntry("server", bakery.url("bakery").toString());
            }
        }

        @AfterAll
        static void after(URI bakery, TestReporter reporter) {
            reporter.publishEntry("server", bakery.toString());
            reporter.publishEntry("response after all tests", bread(bakery));
        }
    }

    @Test
    void concurrent_tests_do_not_see_the_states_of_each_other() {
        var run = run(ConcurrentTests.class);

        assertThat(failures(run)).isEmpty();
        assertThat(run.testEvents().succeeded().count()).isEqualTo(60);
        assertThat(reported(run, "server").stream().distinct()).hasSize(3);
    }

    static class ConcurrentTests {

        private final URI bakery;

        ConcurrentTests(@StubServer("bakery") URI bakery, TestReporter reporter) {
            this.bakery = bakery;
            reporter.publishEntry("server", bakery.toString());
        }

        @RepeatedTest(20)
        void without_a_state() {
            assertThat(bread(bakery)).isEqualTo("rye");
        }

        @RepeatedTest(20)
        @GivenState("the bread is sold out")
        void with_a_state() {
            assertThat(bread(bakery)).isEqualTo("sold out");
        }

        @RepeatedTest(20)
        @GivenState("there is bread")
        void with_another_state(@StubServer("bakery") URI again) {
            assertThat(again).isEqualTo(bakery);
            assertThat(bread(again)).isEqualTo("rye");
        }
    }

    @Test
    void contracts_are_read_once_for_all_classes() {
        var run = run(FirstReader.class, SecondReader.class);

        assertThat(reported(run, "contract"))
                .hasSize(3)
                .containsOnly(reported(run, "contract").get(0));
    }

    static class FirstReader {

        @Test
        void without_a_state(@StubServer("bakery") ReplayServer bakery, TestReporter reporter) {
            reporter.publishEntry(
                    "contract",
                    "object " + System.identityHashCode(bakery.pacts().get(0)));
        }

        @Test
        @GivenState("there is bread")
        void with_a_state(@StubServer("bakery") ReplayServer bakery, TestReporter reporter) {
            without_a_state(bakery, reporter);
        }
    }

    static class SecondReader {

        @Test
        void without_a_state(@StubServer("bakery") ReplayServer bakery, TestReporter reporter) {
            new FirstReader().without_a_state(bakery, reporter);
        }
    }

    @Test
    void a_state_that_no_interaction_of_the_provider_has_is_reported_before_the_test() {
        assertThat(failures(run(UnknownStates.class)))
                .singleElement()
                .asString()
                .endsWith("""
                        No interaction has the provider state "the bread is gone".
                          where: the contracts with bakery; the nearest are "the bread is sold out {"since":"noon"}", "there is bread {"kind":"rye"}"
                          fix:   name one of these, or record an interaction that has it""");
    }

    static class UnknownStates {

        @Test
        @GivenState("the bread is gone")
        void never_runs(@StubServer("bakery") URI bakery) {}
    }

    @Test
    void a_state_must_be_one_of_every_provider_unless_its_provider_is_named() {
        var run = run(TwoProviders.class);

        assertThat(run.testEvents().succeeded().count()).isEqualTo(1);
        assertThat(failures(run))
                .singleElement()
                .asString()
                .contains("No interaction has the provider state \"the mill is idle\".")
                .contains("where: the contracts with bakery; the nearest are \"the bread is sold out");
    }

    static class TwoProviders {

        @Test
        @GivenState("the mill is idle")
        void without_a_provider(@StubServer("mill") URI mill, @StubServer("bakery") URI bakery) {}

        @Test
        @GivenState(provider = "mill", value = "the mill is idle")
        void with_a_provider(@StubServer("mill") URI mill, @StubServer("bakery") URI bakery) {
            assertThat(RawHttp.send(mill.getPort(), Request.get("/flour")).text())
                    .isEqualTo("none");
            assertThat(bread(bakery)).isEqualTo("rye");
        }
    }

    @Test
    void a_state_that_comes_too_late_for_the_server_is_reported() {
        var run = run(TooLate.class);

        assertThat(run.testEvents().succeeded().count()).isEqualTo(2);
        assertThat(failures(run)).singleElement().asString().isEqualTo("""
                        The provider state "the bread is sold out" does not reach any stub server of the test.
                          where: TooLate.without_a_server
                          fix:   add a parameter @StubServer("…") URI to the test, its @BeforeEach or its constructor; in a @BeforeAll it is too early""");
    }

    static class TooLate {

        @BeforeAll
        static void before(@StubServer("bakery") URI bakery, TestReporter reporter) {
            reporter.publishEntry("server", bakery.toString());
        }

        @Test
        @GivenState("the bread is sold out")
        void without_a_server() {}

        @Test
        @GivenState("the bread is sold out")
        void with_a_server(@StubServer("bakery") URI bakery) {}

        @Test
        void without_a_state() {}
    }

    @Test
    void a_state_that_a_shared_test_instance_cannot_have_is_reported() {
        var run = run(OneInstance.class);

        assertThat(run.testEvents().succeeded().count()).isEqualTo(1);
        assertThat(failures(run)).singleElement().asString().contains("where: OneInstance.without_a_server");
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstance {

        OneInstance(@StubServer("bakery") URI bakery, TestReporter reporter) {
            reporter.publishEntry("server", bakery.toString());
        }

        @RepeatedTest(1)
        @GivenState("the bread is sold out")
        void without_a_server() {}

        @Test
        void without_a_state() {}
    }

    @Test
    void a_parameter_of_an_unsupported_type_is_reported() {
        assertThat(failures(run(UnsupportedType.class)))
                .singleElement()
                .asString()
                .isEqualTo("""
                        A parameter has the annotation @StubServer, but its type can hold neither the server nor its address.
                          where: int port of UnsupportedType.has_a_parameter
                          fix:   make it a java.net.URI, a String, a ReplayServer, a VendorWorld, or an SSLContext""");
    }

    static class UnsupportedType {

        @Test
        void has_a_parameter(@StubServer("bakery") int port) {}
    }

    @Test
    void an_unknown_provider_is_reported_with_the_known_ones_nearest_first() {
        assertThat(failures(run(UnknownProviders.class)))
                .singleElement()
                .asString()
                .endsWith("""
                        No loaded contract has a provider "mills".
                          where: the providers of the loaded contracts: mill, bakery
                          fix:   name one of these, or load a contract with mills""");
    }

    static class UnknownProviders {

        @BeforeEach
        void before(@StubServer("mills") String mills) {}

        @Test
        void never_runs() {}
    }

    @Test
    void a_missing_pact_file_is_reported() {
        assertThat(failures(run(MissingFile.class))).singleElement().asString().endsWith("""
                        There is no pact file or folder with this name.
                          where: src/test/resources/nowhere
                          fix:   name a .json file that exists, or a folder that contains some""");
    }

    static class MissingFile {

        @BeforeAll
        static void before(@StubServer(value = "bakery", pacts = "src/test/resources/nowhere") URI bakery) {}

        @Test
        void never_runs() {}
    }

    private static EngineExecutionResults run(Class<?>... tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(Arrays.stream(tests)
                        .map(DiscoverySelectors::selectClass)
                        .toArray(DiscoverySelector[]::new))
                .configurationParameters(Map.of(
                        "junit.jupiter.execution.parallel.enabled", "true",
                        "junit.jupiter.execution.parallel.mode.default", "concurrent",
                        "junit.jupiter.execution.parallel.config.strategy", "fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", "4"))
                .execute();
    }

    private static List<String> reported(EngineExecutionResults run, String key) {
        return run.allEvents()
                .reportingEntryPublished()
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .filter(entry -> entry.containsKey(key))
                .map(entry -> entry.get(key))
                .toList();
    }

    private static List<String> failures(EngineExecutionResults run) {
        return run.allEvents()
                .failed()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .map(Throwable::getMessage)
                        .orElse("without a reason"))
                .toList();
    }

    private static String bread(URI bakery) {
        return RawHttp.send(bakery.getPort(), Request.get("/bread")).text();
    }
}
