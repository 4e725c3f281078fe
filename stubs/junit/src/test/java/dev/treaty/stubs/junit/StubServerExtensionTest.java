package dev.treaty.stubs.junit;

import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.stubs.http.ReplayServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.pacts.testing.RawHttp.Request;
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

/** How long servers live, who shares them, and what a test that asks wrongly is told. */
class StubServerExtensionTest {

    @Test
    void one_server_is_shared_by_a_class_and_stopped_after_it() {
        var run = run(Sharing.class);

        var servers = reported(run, "server").stream().distinct().toList();
        assertThat(run.testEvents().succeeded().count()).isEqualTo(3);
        assertThat(reported(run, "server")).hasSize(8);
        assertThat(servers).hasSize(1);
        assertThat(reported(run, "answer at the end")).containsExactly("rye");
        assertThatThrownBy(() -> bread(URI.create(servers.get(0)))).hasMessageContaining("refused");
    }

    @Test
    void another_class_has_a_server_of_its_own() {
        var run = run(TooLate.class, OneInstance.class);

        assertThat(reported(run, "server")).hasSize(2).doesNotHaveDuplicates();
    }

    @StubServer("bakery")
    static class Sharing {

        Sharing(URI bakery, TestReporter reporter) {
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
            reporter.publishEntry("answer at the end", bread(bakery));
        }
    }

    @Test
    void tests_that_run_at_the_same_time_do_not_see_the_states_of_each_other() {
        var run = run(AtTheSameTime.class);

        assertThat(failures(run)).isEmpty();
        assertThat(run.testEvents().succeeded().count()).isEqualTo(60);
        assertThat(reported(run, "server").stream().distinct()).hasSize(3);
    }

    static class AtTheSameTime {

        private final URI bakery;

        AtTheSameTime(@StubServer("bakery") URI bakery, TestReporter reporter) {
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
        void with_another(@StubServer("bakery") URI again) {
            assertThat(again).isEqualTo(bakery);
            assertThat(bread(again)).isEqualTo("rye");
        }
    }

    @Test
    void contracts_are_read_once_for_all_classes() {
        var run = run(Reading.class, ReadingToo.class);

        assertThat(reported(run, "contract"))
                .hasSize(3)
                .containsOnly(reported(run, "contract").get(0));
    }

    static class Reading {

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

    static class ReadingToo {

        @Test
        void without_a_state(@StubServer("bakery") ReplayServer bakery, TestReporter reporter) {
            new Reading().without_a_state(bakery, reporter);
        }
    }

    @Test
    void a_state_that_no_interaction_of_the_provider_has_is_told_before_the_test() {
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
        void late(@StubServer("bakery") URI bakery) {}
    }

    @Test
    void a_state_of_one_provider_is_none_of_another_unless_it_is_said_whose_it_is() {
        var run = run(TwoProviders.class);

        assertThat(run.testEvents().succeeded().count()).isEqualTo(1);
        assertThat(failures(run))
                .singleElement()
                .asString()
                .contains("No interaction has the provider state \"the mill stands still\".")
                .contains("where: the contracts with bakery; the nearest are \"the bread is sold out");
    }

    static class TwoProviders {

        @Test
        @GivenState("the mill stands still")
        void unsaid(@StubServer("mill") URI mill, @StubServer("bakery") URI bakery) {}

        @Test
        @GivenState(provider = "mill", value = "the mill stands still")
        void said(@StubServer("mill") URI mill, @StubServer("bakery") URI bakery) {
            assertThat(RawHttp.send(mill.getPort(), Request.get("/flour")).text())
                    .isEqualTo("none");
            assertThat(bread(bakery)).isEqualTo("rye");
        }
    }

    @Test
    void a_state_that_comes_too_late_for_the_server_is_told() {
        var run = run(TooLate.class);

        assertThat(run.testEvents().succeeded().count()).isEqualTo(2);
        assertThat(failures(run)).singleElement().asString().isEqualTo("""
                        The provider state "the bread is sold out" does not reach any stub server of the test.
                          where: TooLate.unheard
                          fix:   add a parameter @StubServer("…") URI to the test, its @BeforeEach or its constructor; in a @BeforeAll it is too early""");
    }

    static class TooLate {

        @BeforeAll
        static void before(@StubServer("bakery") URI bakery, TestReporter reporter) {
            reporter.publishEntry("server", bakery.toString());
        }

        @Test
        @GivenState("the bread is sold out")
        void unheard() {}

        @Test
        @GivenState("the bread is sold out")
        void heard(@StubServer("bakery") URI bakery) {}

        @Test
        void without() {}
    }

    @Test
    void a_state_that_a_shared_instance_cannot_know_is_told() {
        var run = run(OneInstance.class);

        assertThat(run.testEvents().succeeded().count()).isEqualTo(1);
        assertThat(failures(run)).singleElement().asString().contains("where: OneInstance.unheard");
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstance {

        OneInstance(@StubServer("bakery") URI bakery, TestReporter reporter) {
            reporter.publishEntry("server", bakery.toString());
        }

        @RepeatedTest(1)
        @GivenState("the bread is sold out")
        void unheard() {}

        @Test
        void without() {}
    }

    @Test
    void a_parameter_of_another_type_is_told() {
        assertThat(failures(run(OtherType.class))).singleElement().asString().isEqualTo("""
                        A parameter has the annotation @StubServer, but its type can hold neither the server nor its address.
                          where: int port of OtherType.asks
                          fix:   make it a java.net.URI, a String or a ReplayServer""");
    }

    static class OtherType {

        @Test
        void asks(@StubServer("bakery") int port) {}
    }

    @Test
    void an_unknown_provider_is_told_with_the_nearest_first() {
        assertThat(failures(run(OtherProvider.class)))
                .singleElement()
                .asString()
                .endsWith("""
                        No loaded contract is with a provider "mills".
                          where: the loaded contracts are with mill, bakery
                          fix:   name one of these, or load a contract with mills""");
    }

    static class OtherProvider {

        @BeforeEach
        void asks(@StubServer("mills") String mills) {}

        @Test
        void never_runs() {}
    }

    @Test
    void a_pact_file_that_cannot_be_read_is_told() {
        assertThat(failures(run(NoFile.class))).singleElement().asString().endsWith("""
                        There is no pact file or folder with this name.
                          where: src/test/resources/nowhere
                          fix:   name a .json file that exists, or a folder that contains some""");
    }

    static class NoFile {

        @BeforeAll
        static void asks(@StubServer(value = "bakery", pacts = "src/test/resources/nowhere") URI bakery) {}

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
