package dev.treaty.provider.verification.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurlCommandTest {

    private final HttpPost request = new HttpPost("http://127.0.0.1:8080/sessions?a=1");

    @Test
    void secrets_are_shell_variables() {
        request.addHeader("Authorization", "Bearer abc");
        request.addHeader("Content-Type", "application/json");

        assertThat(CurlCommand.of(request, "{\"email\":\"ada@example.org\",\"password\":\"correct horse\"}"))
                .isEqualTo("curl -i -X POST 'http://127.0.0.1:8080/sessions?a=1' -H \"Authorization: $AUTHORIZATION\""
                        + " -H 'Content-Type: application/json'"
                        + " --data-binary '{\"email\":\"ada@example.org\",\"password\":\"'\"$PASSWORD\"'\"}'");
    }

    @Test
    void secrets_in_a_form_are_shell_variables() {
        assertThat(CurlCommand.of(request, "user=ada&password=correct+horse&x=1"))
                .endsWith("--data-binary 'user=ada&password='\"$PASSWORD\"'&x=1'");
    }

    @Test
    void a_shell_reads_the_body_as_sent() throws Exception {
        var body = "{\"name\":\"O'Hara $HOME `id`\",\"refreshToken\":\"r-42\"}";
        var line = CurlCommand.of(request, body);

        var sent = shell("REFRESH_TOKEN=r-42; printf %s " + line.substring(line.indexOf("--data-binary ") + 14));

        assertThat(sent).isEqualTo(body);
    }

    @Test
    void secrets_in_a_query_are_shell_variables() {
        assertThat(CurlCommand.of(new HttpPost("http://127.0.0.1/people?a=1&access_token=abc"), null))
                .isEqualTo("curl -i -X POST 'http://127.0.0.1/people?a=1&access_token='\"$ACCESS_TOKEN\"''");
    }

    @ParameterizedTest
    @CsvSource({"refreshToken,REFRESH_TOKEN", "X-Api-Key,X_API_KEY", "Authorization,AUTHORIZATION", "password,PASSWORD"
    })
    void a_variable_has_the_name_of_its_secret_in_capitals(String name, String variable) {
        assertThat(CurlCommand.variable(name)).isEqualTo(variable);
    }

    private static String shell(String script) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder("sh", "-c", script).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
