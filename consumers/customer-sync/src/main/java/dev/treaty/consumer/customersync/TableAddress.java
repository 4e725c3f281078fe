package dev.treaty.consumer.customersync;

import dev.treaty.pacts.errors.ErrorMessage;
import java.util.regex.Pattern;

/**
 * Where the customers are. By ids, because people may rename bases and tables.
 *
 * @param base e.g. {@code "appCustomerSync01"}
 * @param table e.g. {@code "tblCustomers00001"}
 */
public record TableAddress(String base, String table) {

    private static final Pattern BASE = Pattern.compile("app[A-Za-z0-9]{14}");
    private static final Pattern TABLE = Pattern.compile("tbl[A-Za-z0-9]{14}");

    /** Refuses what are not ids. */
    public TableAddress {
        if (!BASE.matcher(base).matches() || !TABLE.matcher(table).matches()) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "\"%s\" and \"%s\" are not the ids of a base and a table of Airtable."
                                    .formatted(base, table),
                            "the settings of the client",
                            "copy both from the table's URL: https://airtable.com/app…/tbl…/viw…")
                    .toString());
        }
    }

    /** The path of the table's records. */
    String path() {
        return "/v0/" + base + "/" + table;
    }

    /** The path of the base's webhooks. */
    String webhooks() {
        return "/v0/bases/" + base + "/webhooks";
    }
}
