package dev.treaty.provider.environmentcloner.anonymise;

import dev.treaty.provider.environmentcloner.pseudonyms.Domain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Holds a profile against the columns of a database: a rule that cannot be followed is found before anything is copied. */
public final class ProfileCheck {

    private static final Pattern LENGTH = Pattern.compile("character varying\\((\\d+)\\)");

    /** 16 characters, and {@code @example.invalid}. */
    private static final int LENGTH_OF_EMAIL = 32;

    private final AnonymisationProfile profile;
    private final Map<ColumnName, Column> columns;

    /** @param columns of all tables that are copied */
    public ProfileCheck(AnonymisationProfile profile, Collection<Column> columns) {
        this.profile = profile;
        this.columns = columns.stream().collect(Collectors.toMap(Column::name, Function.identity()));
    }

    /** What is wrong, as sentences that name the column; empty if nothing is. */
    public List<String> problems() {
        var problems = new ArrayList<String>();
        profile.tables()
                .forEach((table, rules) -> rules.forEach((name, rule) -> {
                    var column = columns.get(new ColumnName(table, name));
                    if (column == null) {
                        problems.add("There is no column %s.%s.".formatted(table, name));
                    } else {
                        check(column, rule, problems);
                    }
                }));
        return problems.stream().sorted().toList();
    }

    private static void check(Column column, ColumnRule rule, List<String> problems) {
        if (rule instanceof ColumnRule.Json && column.kind() != Column.Kind.JSON) {
            problems.add("%s is of type %s, which holds no JSON documents.".formatted(column.name(), column.type()));
        } else if (rule instanceof ValueRule.Replace replace) {
            check(column, replace.domain(), problems);
        }
    }

    private static void check(Column column, Domain domain, List<String> problems) {
        if (column.kind() != Column.Kind.TEXT) {
            problems.add("%s is of type %s, which holds no %s.".formatted(column.name(), column.type(), domain.word()));
        }
        if (column.isUnique() && !domain.isUnique()) {
            problems.add("%s is unique, and two values may get one pseudonym of the kind %s."
                    .formatted(column.name(), domain.word()));
        }
        var length = LENGTH.matcher(column.type());
        if (domain == Domain.EMAIL && length.matches() && Integer.parseInt(length.group(1)) < LENGTH_OF_EMAIL) {
            problems.add("%s has room for %s characters, and a pseudonym of the kind email has %d."
                    .formatted(column.name(), length.group(1), LENGTH_OF_EMAIL));
        }
    }
}
