package dev.treaty.stubs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {

    @TempDir
    Path folder;

    @Test
    void an_unknown_row_is_refused_with_those_that_exist() throws Exception {
        assertThat(refused("--jar=" + jar(), "--rows=get-10,get-11")).isEqualTo("""
                There is no such row.
                  where: --rows=get-11
                  fix:   all, or some of get-10,get-10000,get-100000,connections,form,create,create-with-state,start-10,start-archive,start-10000,first-seconds,memory
                """);
    }

    @Test
    void a_jar_that_was_not_built_is_reported() {
        assertThat(refused("--jar=nowhere.jar")).isEqualTo("""
                There is no stub server to measure.
                  where: nowhere.jar
                  fix:   mvn -pl stubs/server -am -DskipTests package
                """);
    }

    @Test
    void a_baseline_that_does_not_exist_is_refused() throws Exception {
        assertThat(refused("--jar=" + jar(), "--baseline=old.jar")).isEqualTo("""
                There is no such file.
                  where: --baseline=old.jar
                  fix:   name a file that exists, or leave the option out
                """);
    }

    @Test
    void a_run_without_time_is_refused() throws Exception {
        assertThat(refused("--jar=" + jar(), "--seconds=0")).isEqualTo("""
                A run needs time.
                  where: --seconds=0 --rounds=5 --warm-up=8
                  fix:   give it at least one second, one round, and no negative warm-up
                """);
    }

    private Path jar() throws Exception {
        return Files.createFile(folder.resolve("stubs.jar"));
    }

    private static String refused(String... arguments) {
        var errors = new StringWriter();
        var exitCode =
                BenchCommand.commandLine().setErr(new PrintWriter(errors, true)).execute(arguments);
        assertThat(exitCode).isEqualTo(2);
        return errors.toString().replace(System.lineSeparator(), "\n");
    }
}
