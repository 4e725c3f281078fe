package dev.treaty.provider.threatintelligence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.consumer.threatintelligence.source.IpAddress;
import dev.treaty.provider.service.http.JsonBodies;
import dev.treaty.provider.service.problems.FieldError;
import dev.treaty.provider.service.problems.PlatformProblems;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields of a JSON object in a request. Collects what is wrong with them, so that the caller sees every error at once. */
final class RequestFields {

    private static final String NOT_PUBLIC = "must be a public IP address";

    private final ObjectNode object;
    private final List<FieldError> errors = new ArrayList<>();

    private RequestFields(ObjectNode object) {
        this.object = object;
    }

    /**
     * Reads a request's body.
     *
     * @throws dev.treaty.provider.service.problems.Problem 415 {@code unsupported-media-type}, 400 {@code unreadable-body}
     */
    static RequestFields read(Context context) {
        JsonBodies.requireMediaType(context, "application/json");
        return new RequestFields(JsonBodies.object(context.bodyAsBytes()));
    }

    /** A public address; empty if it is none, which {@link #check} then reports. */
    Optional<IpAddress> address(String field) {
        var address = IpAddress.of(object.path(field).asText());
        if (address.isEmpty()) {
            reject(field, NOT_PUBLIC);
        }
        return address;
    }

    /** Public addresses, each once. */
    List<IpAddress> addresses(String field, int most) {
        var list = object.path(field);
        if (!list.isArray() || list.isEmpty() || list.size() > most) {
            reject(field, "must be a list of 1 to %d addresses".formatted(most));
            return List.of();
        }
        var addresses = new ArrayList<IpAddress>();
        for (var i = 0; i < list.size(); i++) {
            var address = IpAddress.of(list.path(i).asText());
            if (address.isEmpty()) {
                reject("%s[%d]".formatted(field, i), NOT_PUBLIC);
            } else if (!addresses.contains(address.get())) {
                addresses.add(address.get());
            }
        }
        return addresses;
    }

    /** Text of a certain length. */
    String text(String field, int least, int most) {
        var text =
                object.path(field).isTextual() ? object.path(field).textValue().strip() : "";
        if (text.length() < least || text.length() > most || text.chars().anyMatch(Character::isISOControl)) {
            reject(field, "must be text of %d to %d characters in one line".formatted(least, most));
        }
        return text;
    }

    /** Whole numbers within bounds. */
    List<Integer> numbers(String field, int least, int most) {
        var numbers = new ArrayList<Integer>();
        for (JsonNode number : object.path(field)) {
            if (number.isInt() && number.intValue() >= least && number.intValue() <= most) {
                numbers.add(number.intValue());
            } else {
                reject(field, "must be numbers from %d to %d".formatted(least, most));
                return List.of();
            }
        }
        if (numbers.isEmpty()) {
            reject(field, "must be a list of numbers from %d to %d".formatted(least, most));
        }
        return numbers;
    }

    /**
     * Refuses the request if anything was wrong with the fields read so far.
     *
     * @throws dev.treaty.provider.service.problems.Problem 422 {@code invalid-fields}
     */
    void check() {
        if (!errors.isEmpty()) {
            throw PlatformProblems.invalidFields(errors);
        }
    }

    private void reject(String field, String detail) {
        errors.add(new FieldError(field, detail));
    }
}
