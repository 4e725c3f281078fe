package dev.treaty.stubs.twilio.usage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.twilio.api.AccountCredentials;
import dev.treaty.stubs.twilio.api.Parameters;
import dev.treaty.stubs.twilio.api.Responses;
import dev.treaty.stubs.twilio.api.TwilioDates;
import dev.treaty.stubs.twilio.api.TwilioError;
import dev.treaty.stubs.twilio.api.TwilioFeature;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What an account has used, counted from its messages and calls: by category, as a whole or by day, month or year (UTC).
 *
 * @see <a href="https://www.twilio.com/docs/usage/api/usage-record">Twilio, usage records</a>
 */
public final class UsageRecords implements TwilioFeature {

    private static final String URI = "/2010-04-01/Accounts/{AccountSid}/Usage/Records";
    private static final int LARGEST_PAGE = 1_000;
    private static final int PAGE = 50;

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add("GET " + URI + ".json", exchange -> list(exchange, UsagePeriod.ALL_TIME));
        for (var period : UsagePeriod.values()) {
            routes.add("GET " + URI + "/" + period.path() + ".json", exchange -> list(exchange, period));
        }
    }

    private static StubResponse list(Exchange exchange, UsagePeriod period) {
        var parameters = Parameters.of(exchange);
        var today = exchange.world().now().atOffset(ZoneOffset.UTC).toLocalDate();
        var account = AccountCredentials.accountSid(exchange);
        var range =
                period.range(today).within(date(parameters, "StartDate", today), date(parameters, "EndDate", today));
        var category = parameters.text("Category");
        var records = new ArrayList<ObjectNode>();
        for (var part : period.parts(range)) {
            for (var used : UsageCategory.of(exchange.world(), account, part)) {
                if (category.isEmpty() || category.get().equals(used.category())) {
                    records.add(record(exchange, account, used, part));
                }
            }
        }
        return page(exchange, parameters, records);
    }

    private static LocalDate date(Parameters parameters, String name, LocalDate today) {
        var text = parameters.textOrEmpty(name);
        if (text.isEmpty()) {
            return name.startsWith("Start") ? LocalDate.MIN : LocalDate.MAX;
        }
        try {
            return text.matches("[+-]\\d+days?")
                    ? today.plusDays(Long.parseLong(text.replaceAll("days?", "")))
                    : LocalDate.parse(text);
        } catch (DateTimeException | NumberFormatException e) {
            throw TwilioError.INVALID_PARAMETER.with(name);
        }
    }

    private static ObjectNode record(Exchange exchange, String account, UsageCategory used, UsageRange range) {
        var uri = URI.replace("{AccountSid}", account) + ".json?Category=" + used.category() + "&StartDate="
                + range.start() + "&EndDate=" + range.end();
        var record = Json.object()
                .put("account_sid", account)
                .put("api_version", "2010-04-01")
                .put("as_of", TwilioDates.iso8601(exchange.world().now()).replace("Z", "+00:00"))
                .put("category", used.category())
                .put("count", String.valueOf(used.count()))
                .put("count_unit", used.unit())
                .put("description", used.description())
                .put("end_date", range.end().toString())
                .put("price", String.format(Locale.ROOT, "%.5f", used.price()))
                .put("price_unit", "usd")
                .put("start_date", range.start().toString())
                .put("uri", uri)
                .put("usage", String.valueOf(used.usage()))
                .put("usage_unit", used.usageUnit());
        record.putObject("subresource_uris");
        return record;
    }

    private static StubResponse page(Exchange exchange, Parameters parameters, List<ObjectNode> records) {
        var size =
                Math.max(1, Math.min(LARGEST_PAGE, parameters.number("PageSize").orElse(PAGE)));
        var number = Math.max(0, parameters.number("Page").orElse(0));
        var from = (int) Math.min(records.size(), (long) number * size);
        var to = Math.min(records.size(), from + size);
        var path = exchange.request().path() + "?PageSize=" + size + "&Page=";
        var page = Json.object()
                .put("first_page_uri", path + 0)
                .put("end", Math.max(0, to - 1))
                .put("next_page_uri", to < records.size() ? path + (number + 1) + query(parameters) : null)
                .put("page", number)
                .put("page_size", size)
                .put("previous_page_uri", number > 0 ? path + (number - 1) + query(parameters) : null)
                .put("start", from)
                .put("uri", path + number);
        page.putArray("usage_records").addAll(records.subList(from, to));
        return Responses.json(200, page);
    }

    private static String query(Parameters parameters) {
        var query = new StringBuilder();
        for (var name : List.of("Category", "StartDate", "EndDate")) {
            parameters
                    .text(name)
                    .ifPresent(
                            value -> query.append('&').append(name).append('=').append(value));
        }
        return query.toString();
    }
}
