package dev.treaty.provider.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a request leaves in the log. Other tests' lines are there, too; each request here has an id of its own. */
class RequestLogTest {

    private final String id = UUID.randomUUID().toString();
    private final CapturedLog log = new CapturedLog();
    private final HttpService service = HttpService.named("library", ServiceOptions.embedded())
            .routes(routes -> {
                routes.get(
                        "/books/{id}",
                        context -> LoggerFactory.getLogger("library").info("a book is looked for"));
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
    void every_line_about_a_request_has_its_id_and_one_tells_what_came_of_it() {
        RestAssured.given().header("X-Request-Id", id).get(service.url() + "/books/s3cret?token=s3cret");

        await().until(() -> lines().size() == 2);
        assertThat(lines().get(0)).isEqualTo("a book is looked for");
        assertThat(lines().get(1)).matches("GET /books/\\{id} answered 200 in \\d+ ms");
    }

    @Test
    void a_failure_is_logged_under_the_id_that_the_caller_was_given() {
        RestAssured.given().header("X-Request-Id", id).post(service.url() + "/books");

        await().until(() -> lines().size() == 2);
        assertThat(lines().get(0)).isEqualTo("unforeseen failure at POST /books");
        assertThat(lines().get(1)).matches("POST /books answered 500 in \\d+ ms");
    }

    @Test
    void whether_it_is_alive_is_asked_too_often_to_be_told() {
        for (var path : List.of("/health/live", "/health/ready", "/metrics")) {
            RestAssured.given().header("X-Request-Id", id).get(service.url() + path);
        }
        RestAssured.given().header("X-Request-Id", id).get(service.url() + "/nowhere");

        await().until(() -> !lines().isEmpty());
        assertThat(lines()).singleElement().asString().matches("GET none answered 404 in \\d+ ms");
    }

    /** While another test's thread sets logging up, there is only a stand-in. */
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
