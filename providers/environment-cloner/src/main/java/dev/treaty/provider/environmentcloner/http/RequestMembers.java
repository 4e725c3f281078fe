package dev.treaty.provider.environmentcloner.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.provider.environmentcloner.refusals.InvalidClone;
import dev.treaty.provider.service.http.JsonBodies;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The members of a JSON object in a request. It collects everything that is wrong with them, each with a JSON pointer (RFC 6901) to where it is,
 * so that the caller sees all of it at once.
 */
final class RequestMembers {

    private final ObjectNode object;
    private final Map<String, String> errors = new LinkedHashMap<>();

    private RequestMembers(ObjectNode object) {
        this.object = object;
    }

    /**
     * Reads a request's body.
     *
     * @param known the members that it may have; a misspelled one, e.g. {@code anonymize}, must not be ignored
     * @throws dev.treaty.provider.service.problems.Problem 415 {@code unsupported-media-type}, 400 {@code unreadable-body}
     */
    static RequestMembers read(Context context, Set<String> known) {
        JsonBodies.requireMediaType(context, "application/json");
        var members = new RequestMembers(JsonBodies.object(context.bodyAsBytes()));
        members.refuseOthers(members.object, "", known);
        return members;
    }

    private void refuseOthers(ObjectNode object, String parent, Set<String> known) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                reject(
                        parent + "/" + escaped(name),
                        "is not known; known are " + String.join(", ", new TreeSet<>(known)));
            }
        });
    }

    /** A text that must be there; empty if it is not, which is reported. */
    String text(String name) {
        return text(object, "", name).orElseGet(() -> {
            if (!object.hasNonNull(name)) {
                reject("/" + name, "must be given");
            }
            return "";
        });
    }

    /** A text in an object that may be left out or null, and has nothing else. */
    Optional<String> optionalTextIn(String name, String member) {
        var inner = object.path(name);
        if (inner.isMissingNode() || inner.isNull()) {
            return Optional.empty();
        }
        if (!(inner instanceof ObjectNode members)) {
            reject("/" + name, "must be an object with %s, or null".formatted(member));
            return Optional.empty();
        }
        refuseOthers(members, "/" + name, Set.of(member));
        if (!members.hasNonNull(member)) {
            reject("/" + name + "/" + member, "must be given");
        }
        return text(members, "/" + name, member);
    }

    private Optional<String> text(ObjectNode parent, String path, String name) {
        var value = parent.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            reject(path + "/" + escaped(name), "must be a text that is not empty");
            return Optional.empty();
        }
        return Optional.of(value.textValue());
    }

    /** True or false; {@code fallback} if it is left out. */
    boolean flag(String name, boolean fallback) {
        var value = object.path(name);
        if (value.isMissingNode()) {
            return fallback;
        }
        if (!value.isBoolean()) {
            reject("/" + name, "must be true or false");
        }
        return value.asBoolean(fallback);
    }

    /** One of some words, or true for the first of them, which is also meant if it is left out; empty for false. */
    Optional<String> wordOrFlag(String name, List<String> words) {
        var value = object.path(name);
        if (value.isTextual() && words.contains(value.textValue())) {
            return Optional.of(value.textValue());
        }
        if (!value.isMissingNode() && !value.isBoolean()) {
            reject("/" + name, "must be true, false, " + String.join(" or ", words));
        }
        return value.asBoolean(true) ? Optional.of(words.get(0)) : Optional.empty();
    }

    /** The texts in a list that must be there and not be empty. */
    List<String> texts(String name) {
        var texts = new ArrayList<String>();
        var value = object.path(name);
        if (!value.isArray() || value.isEmpty()) {
            reject("/" + name, value.isMissingNode() ? "must be given" : "must be a list of at least one text");
            return texts;
        }
        for (var index = 0; index < value.size(); index++) {
            if (value.get(index).isTextual()) {
                texts.add(value.get(index).textValue());
            } else {
                reject("/" + name + "/" + index, "must be a text");
            }
        }
        return texts;
    }

    /** A text that is for everything, or an object with a text for each name; may be left out or null. */
    Map<String, String> textOrTexts(String name, String everything) {
        var texts = new LinkedHashMap<String, String>();
        if (object.path(name) instanceof ObjectNode several) {
            several.fieldNames()
                    .forEachRemaining(
                            member -> text(several, "/" + name, member).ifPresent(value -> texts.put(member, value)));
        } else {
            text(object, "", name).ifPresent(value -> texts.put(everything, value));
        }
        return texts;
    }

    /** Records what is wrong with a member, unless something is recorded for it already. */
    private void reject(String pointer, String detail) {
        errors.putIfAbsent(pointer, detail);
    }

    /**
     * Refuses the request if anything was wrong with the members read so far.
     *
     * @throws InvalidClone with all of it
     */
    void check() {
        if (!errors.isEmpty()) {
            var all = new ArrayList<InvalidClone.InvalidMember>();
            errors.forEach((pointer, detail) -> all.add(new InvalidClone.InvalidMember(pointer, detail)));
            throw new InvalidClone(all);
        }
    }

    /** As a JSON pointer writes a name (RFC 6901, section 3). */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
