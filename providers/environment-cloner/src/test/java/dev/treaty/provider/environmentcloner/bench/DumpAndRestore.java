package dev.treaty.provider.environmentcloner.bench;

import java.io.IOException;
import java.util.List;

/** {@code pg_dump --data-only | psql}: what people do who want all rows of a database in another one. */
record DumpAndRestore(PostgresPrograms programs, int port) {

    /** Returns when all rows are there. */
    void copy(String source, String target) throws IOException, InterruptedException {
        var pipeline = ProcessBuilder.startPipeline(List.of(
                client(
                        "pg_dump",
                        // Otherwise the trigger of the audit log would write each row of it again.
                        "--disable-triggers",
                        "--data-only",
                        "--exclude-table=flyway_schema_history",
                        source),
                client("psql", "--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1", target)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)));
        for (var process : pipeline) {
            process.waitFor();
        }
        // psql is the last one: what ends first tells why
        for (var i = pipeline.size() - 1; i >= 0; i--) {
            if (pipeline.get(i).exitValue() != 0) {
                throw new IOException("%s of pg_dump | psql ended with %d; its error is above"
                        .formatted(i == 0 ? "pg_dump" : "psql", pipeline.get(i).exitValue()));
            }
        }
    }

    private ProcessBuilder client(String program, String... arguments) {
        var builder = new ProcessBuilder(
                        programs.program(program),
                        "-h",
                        "localhost",
                        "-p",
                        String.valueOf(port),
                        "-U",
                        BenchServer.USER)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.command().addAll(List.of(arguments));
        return builder;
    }
}
