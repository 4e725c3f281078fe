package dev.treaty.pacts.compare.property;

import dev.treaty.pacts.compare.answer.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Random answers that resemble the examples of contracts. */
final class RandomAnswers {

    private static final List<String> MEDIA_TYPES = List.of(
            "application/json", "application/json; charset=utf-8", "APPLICATION/JSON", "application/json;x=y", "");

    private static final List<String> VALUES =
            List.of("a", "b", "a,b", "a,  b", "ab", "1", "1.5", "0", "true", "x y", "");

    private final Random random;
    private final RandomJson json;

    RandomAnswers(Random random) {
        this.random = random;
        json = new RandomJson(random);
    }

    List<Answer> like(RandomContract before, RandomContract after, int count) {
        var answers = new ArrayList<Answer>();
        for (var i = 0; i < count; i++) {
            answers.add(like(i % 3 == 2 ? after : before, i));
        }
        return answers;
    }

    private Answer like(RandomContract contract, int differences) {
        var body = contract.body();
        for (var i = differences == 0 ? 0 : random.nextInt(4); i > 0; i--) {
            body = json.changed(body);
        }
        return new Answer(
                contract.isMessage() ? Answer.NO_STATUS : status(contract),
                fields(contract),
                contract.media().body(body));
    }

    private int status(RandomContract contract) {
        return contract.statusRules().isEmpty() || random.nextBoolean()
                ? contract.status()
                : json.pick(List.of(200, 201, 204, 301, 400, 404, 500));
    }

    private Map<String, List<String>> fields(RandomContract contract) {
        var fields = new LinkedHashMap<String, List<String>>();
        contract.fields()
                .forEach((name, value) -> fields.put(name, values(name, value.split(RandomContract.SEPARATOR))));
        if (!contract.isMessage()) {
            fields.putIfAbsent("Content-Type", List.of(contract.media().type()));
        }
        return fields;
    }

    /** Sometimes one more than in the example, or one less. */
    private List<String> values(String name, String[] examples) {
        var values = new ArrayList<String>();
        var count = Math.max(1, examples.length + (random.nextInt(4) == 0 ? random.nextInt(3) - 1 : 0));
        for (var i = 0; i < count; i++) {
            values.add(value(name, examples[i % examples.length]));
        }
        return values;
    }

    private String value(String name, String example) {
        if (random.nextBoolean()) {
            return example;
        }
        return name.toLowerCase(Locale.ROOT).contains("type") ? json.pick(MEDIA_TYPES) : json.pick(VALUES);
    }
}
