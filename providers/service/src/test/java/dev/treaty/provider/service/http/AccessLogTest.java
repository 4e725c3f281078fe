package dev.treaty.provider.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.treaty.provider.service.ServiceOptions;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The log lines of a request. The lines of other tests are there, too, so each test has its own request id. */
class AccessLogTest {

    private final String id = UUID.randomUUID().toString();
    private final CapturedLog log = new CapturedLog();
    private final HttpService service = HttpService.named("library", ServiceOptions.embedded())
            .routes(routes -> {
                routes.get(
                        "/books/{id}",
                        context -> LoggerFactory.getLogger("library").info("looking for a book"));
                routes.post("/books", context -> {
                    throw new IllegalStateException("the shelf fell over");
                });
            })
            .start();

    @BeforeEach
    void listen() {
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void stop() {
        root().detachAppender(log);
        service.close();
    }

    @Test
    void every_line_about_a_request_has_its_id_and_one_reports_the_outcome() {
        RestAssured.given().header("X-Request-Id", id).get(service.url() + "/books/s3cret?token=s3cret");

        await().until(() -> lines().size() == 2);
        assertThat(lines().get(0)).isEqualTo("looking for a book");
        assertThat(lines().get(1)).matches("GET /books/\\{id} returned 200 in \\d+ ms");
    }

    @Test
    void a_failure_is_logged_under_the_id_that_the_caller_received() {
        RestAssured.given().header("X-Request-Id", id).post(service.url() + "/books");

        await().until(() -> lines().size() == 2);
        assertThat(lines().get(0)).isEqualTo("unexpected failure in POST /books");
        assertThat(lines().get(1)).matches("POST /books returned 500 in \\d+ ms");
    }

    @Test
    void health_checks_are_not_logged() {
        for (var path : List.of("/health/live", "/health/ready", "/metrics")) {
            RestAssured.given().header("X-Request-Id", id).get(service.url() + path);
        }
        RestAssured.given().header("X-Request-Id", id).get(service.url() + "/nowhere");

        await().until(() -> !lines().isEmpty());
        assertThat(lines()).singleElement().asString().matches("GET none returned 404 in \\d+ ms");
    }

    /** While another thread initializes logging, there is only a substitute logger. */
    private static Logger root() {
        return await().until(
                        () -> LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger logger
                                ? logger
                                : null,
                        Objects::nonNull);
    }

    private List<String> lines() {
        return log.events.stream()
                .filter(event -> id.equals(event.getMDCPropertyMap().get("requestId")))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private static final class CapturedLog extends AppenderBase<ILoggingEvent> {

        private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            events.add(event);
        }
    }
}
