package dev.treaty.stubs.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the {@code @Pact} method: what the client sends, and what it needs in return. */
record PactMethodSource(
        String consumer, String provider, String description, DraftedRequest request, ObservedResponse response) {

    /** How every such method is called; the test names it. */
    static final String NAME = "requestIsAnswered";

    static final Set<String> IMPORTS = Set.of(
            "au.com.dius.pact.consumer.dsl.PactDslWithProvider",
            "au.com.dius.pact.core.model.V4Pact",
            "au.com.dius.pact.core.model.annotations.Pact",
            "dev.treaty.consumer.recording.Recording",
            "java.util.Map");

    /** The formatter keeps a name that is shorter on the line of what is called on it. */
    private static final int SHORT_NAME = 8;

    /** A status of an interaction, which is final (RFC 9110, section 15). */
    static int status(ObservedResponse response) {
        return response.status() >= 200 && response.status() <= 599 ? response.status() : 200;
    }

    /** @param imports to which it adds what it needs */
    String write(List<ProviderState> states, String parameter, Set<String> imports) {
        var out = new SourceLines(1);
        out.line(
                        "// The provider's team reads the description and the state: say what is asked for, and what must exist.")
                .line("@Pact(consumer = %s, provider = %s)"
                        .formatted(JavaText.literal(consumer), JavaText.literal(provider)))
                .line("V4Pact %s(PactDslWithProvider %s) {".formatted(NAME, parameter))
                .deeper(1);
        states(out, states, parameter);
        request(out, parameter, imports);
        response(out, states, parameter, imports);
        return out.line(".toPact(V4Pact.class);").deeper(-3).line("}").toString();
    }

    private static void states(SourceLines out, List<ProviderState> states, String parameter) {
        var first = states.get(0).toCall();
        if (parameter.length() < SHORT_NAME) {
            out.line("return %s.%s".formatted(parameter, first)).deeper(2);
        } else {
            out.line("return " + parameter).deeper(2).line("." + first);
        }
        states.stream().skip(1).forEach(state -> out.line("." + state.toCall()));
    }

    private void request(SourceLines out, String parameter, Set<String> imports) {
        out.line(".uponReceiving(%s)".formatted(JavaText.literal(description)))
                .line(".method(%s)".formatted(JavaText.literal(request.method())))
                .line(".path(%s)"
                        .formatted(JavaText.literal(
                                request.rawPath()))); // as it is sent, because pact-jvm does not decode it
        if (!request.rawQuery().isEmpty()) {
            out.line(".encodedQuery(%s)".formatted(JavaText.literal(request.rawQuery())));
        }
        request.headers().forEach((name, value) -> out.line(header(name, value)));
        if (request.body().json().isPresent()) {
            // otherwise pact-jvm adds a charset, which no client has to send
            out.line(contentType(request.body()));
        }
        body(out, request.body(), new JsonSource(true, Values.NONE, imports, out), imports, parameter);
    }

    private static String header(String name, String value) {
        if (!DraftedRequest.varies(name)) {
            return ".headers(%s, %s)".formatted(JavaText.literal(name), JavaText.literal(value));
        }
        var space = value.indexOf(' ');
        var regex = space > 0 && value.substring(0, space).matches("\\w+") ? value.substring(0, space) + " .+" : ".+";
        return ".matchHeader(%s, %s, %s)"
                .formatted(JavaText.literal(name), JavaText.literal(regex), JavaText.literal(value));
    }

    private void response(SourceLines out, List<ProviderState> states, String parameter, Set<String> imports) {
        var chosen = new HashSet<>(request.values());
        states.forEach(state -> chosen.addAll(state.params().values()));
        var values = new Values(chosen);
        out.line(".willRespondWith()").line(".status(%d)".formatted(status(response)));
        location().ifPresent(out::line);
        var body = TextBody.of(response.contentType(), response.body());
        if (body.json().isPresent() && !body.mediaType().equals(TextBody.JSON_TYPE)) {
            out.line(contentType(body));
        }
        body(out, body, new JsonSource(false, values, imports, out), imports, parameter);
    }

    private static String contentType(TextBody body) {
        return ".headers(Map.of(\"Content-Type\", %s))".formatted(JavaText.literal(body.mediaType()));
    }

    private Optional<String> location() {
        return response.headers().getOrDefault("Location", List.of()).stream()
                .findFirst()
                .map(url -> ".matchHeader(\"Location\", \".+\", %s)"
                        .formatted(JavaText.literal(Values.NONE.shown("", url))));
    }

    private static void body(SourceLines out, TextBody body, JsonSource json, Set<String> imports, String parameter) {
        if (body.isEmpty()) {
            return;
        }
        if (!body.fields().isEmpty()) {
            imports.add("dev.treaty.consumer.recording.FormBody");
            out.line(".body(FormBody.form()").deeper(2);
            fields(out, body);
            out.deeper(-2);
        } else if (body.json().isPresent()) {
            json.write(body.json().get(), Set.of(parameter));
        } else {
            out.line(".body(%s, %s)".formatted(JavaText.literal(body.text()), JavaText.literal(body.mediaType())));
        }
    }

    private static void fields(SourceLines out, TextBody body) {
        var byName = new LinkedHashMap<String, List<String>>();
        body.fields()
                .forEach(field -> byName.computeIfAbsent(field.name(), any -> new ArrayList<>())
                        .add(JavaText.literal(field.value())));
        var lines = byName.entrySet().stream()
                .map(field -> ".value(%s, %s)"
                        .formatted(JavaText.literal(field.getKey()), String.join(", ", field.getValue())))
                .collect(Collectors.toCollection(ArrayList::new));
        lines.set(lines.size() - 1, lines.get(lines.size() - 1) + ")");
        lines.forEach(out::line);
    }
}
