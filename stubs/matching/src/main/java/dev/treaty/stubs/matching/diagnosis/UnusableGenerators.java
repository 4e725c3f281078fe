package dev.treaty.stubs.matching.diagnosis;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.generators.Category;
import au.com.dius.pact.core.model.generators.DateExpression;
import au.com.dius.pact.core.model.generators.DateGenerator;
import au.com.dius.pact.core.model.generators.DateTimeExpression;
import au.com.dius.pact.core.model.generators.DateTimeGenerator;
import au.com.dius.pact.core.model.generators.Generator;
import au.com.dius.pact.core.model.generators.Generators;
import au.com.dius.pact.core.model.generators.MockServerURLGenerator;
import au.com.dius.pact.core.model.generators.TimeExpression;
import au.com.dius.pact.core.model.generators.TimeGenerator;
import au.com.dius.pact.core.support.Result;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.matching.ContractSnapshot;
import dev.treaty.stubs.matching.StateFilter;
import dev.treaty.stubs.matching.interaction.GeneratorFailure;
import dev.treaty.stubs.matching.interaction.HttpInteraction;
import dev.treaty.stubs.matching.interaction.MessageInteraction;
import dev.treaty.stubs.matching.interaction.ReplayedInteraction;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds generators that fail, or that pact-jvm silently does not apply as they are written. Each response and each message is generated once, so
 * whatever makes it fail is found.
 */
public final class UnusableGenerators {

    private static final URI ANYWHERE = URI.create("http://localhost:8080");
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final OffsetDateTime ANY_TIME = OffsetDateTime.parse("2026-01-08T18:00:00Z");

    private final ReplayedInteraction interaction;

    private UnusableGenerators(ReplayedInteraction interaction) {
        this.interaction = interaction;
    }

    /** Three lines for each. */
    public static List<ErrorMessage> in(PactFile file) {
        return ContractSnapshot.of(List.of(file), StateFilter.ALL)
                .interactions()
                .flatMap(interaction -> new UnusableGenerators(interaction).find())
                .toList();
    }

    private Stream<ErrorMessage> find() {
        return Stream.concat(failure().stream(), ineffective());
    }

    private Optional<ErrorMessage> failure() {
        try {
            if (interaction instanceof HttpInteraction http) {
                http.generate(ANYWHERE);
            } else if (interaction instanceof MessageInteraction message) {
                message.generate();
            }
            return Optional.empty();
        } catch (GeneratorFailure e) {
            return Optional.of(e.errorMessage());
        }
    }

    private Stream<ErrorMessage> ineffective() {
        var part = interaction.origin().interaction();
        if (part instanceof V4Interaction.SynchronousHttp http) {
            return ineffective(
                    http.getResponse().getGenerators(), http.getResponse().determineContentType());
        }
        return part instanceof V4Interaction.AsynchronousMessage message
                ? ineffective(
                        message.getContents().getGenerators(),
                        message.getContents().getContentType())
                : Stream.empty();
    }

    private Stream<ErrorMessage> ineffective(Generators generators, ContentType type) {
        var body = generators.getCategories().getOrDefault(Category.BODY, Map.of());
        var unsupported = body.isEmpty() || type.isJson() || FORM.equals(type.getBaseType())
                ? Stream.<ErrorMessage>empty()
                : Stream.of(message(
                        "has generators for a body of type %s, which are not applied".formatted(type.getBaseType()),
                        "remove them; pact-jvm generates values in JSON and forms"));
        return Stream.concat(
                unsupported,
                generators.getCategories().values().stream()
                        .flatMap(byKey -> byKey.entrySet().stream())
                        .flatMap(each -> ineffective(each.getKey(), each.getValue())));
    }

    private Stream<ErrorMessage> ineffective(String key, Generator generator) {
        if (generator instanceof MockServerURLGenerator url && !hasPath(url)) {
            return Stream.of(
                    message(
                            "has a generator MockServerURL for %s, whose regex does not find a path in its example"
                                    .formatted(key),
                            "write a regex that matches all of the example, with the path as its group, e.g. .*(/orders/\\d+)$"));
        }
        return isUnreadable(generator)
                ? Stream.of(message(
                        "has a generator %s for %s, whose expression cannot be read, so it generates the present time"
                                .formatted(generator.getType(), key),
                        "write an expression that Pact knows, e.g. today + 1 week, or tomorrow @ 10 o'clock"))
                : Stream.empty();
    }

    private static boolean hasPath(MockServerURLGenerator url) {
        try {
            var matcher = Pattern.compile(url.getRegex()).matcher(url.getExample());
            return matcher.matches() && matcher.groupCount() > 0;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static boolean isUnreadable(Generator generator) {
        return result(generator) instanceof Result.Err;
    }

    private static @Nullable Result<OffsetDateTime, String> result(Generator generator) {
        if (generator instanceof DateGenerator date) {
            return DateExpression.INSTANCE.executeDateExpression(ANY_TIME, date.getExpression());
        }
        if (generator instanceof TimeGenerator time) {
            return TimeExpression.INSTANCE.executeTimeExpression(ANY_TIME, time.getExpression());
        }
        return generator instanceof DateTimeGenerator both
                ? DateTimeExpression.INSTANCE.executeExpression(ANY_TIME, both.getExpression())
                : null;
    }

    private ErrorMessage message(String what, String fix) {
        return new ErrorMessage(
                "\"%s\" %s.".formatted(interaction.origin().description(), what),
                String.valueOf(interaction.origin().file().path()),
                fix);
    }
}
