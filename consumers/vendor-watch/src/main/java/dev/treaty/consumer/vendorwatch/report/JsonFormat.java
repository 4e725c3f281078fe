package dev.treaty.consumer.vendorwatch.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.consumer.http.Json;
import dev.treaty.consumer.vendorwatch.probe.Outcome;
import dev.treaty.consumer.vendorwatch.probe.ProbeResult;
import dev.treaty.consumer.vendorwatch.watch.VendorReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One JSON object on one line, for programs. Shares are in percent, times in milliseconds or ISO 8601. */
final class JsonFormat {

    private JsonFormat() {}

    static String print(List<VendorReport> vendors, String currency) {
        var report = new LinkedHashMap<String, Object>();
        report.put("inOrder", vendors.stream().allMatch(VendorReport::isInOrder));
        report.put("currency", currency);
        report.put("vendors", vendors.stream().map(JsonFormat::vendor).toList());
        return new String(Json.write(report), UTF_8) + "\n";
    }

    private static Map<String, Object> vendor(VendorReport vendor) {
        var json = new LinkedHashMap<String, Object>();
        json.put("vendor", vendor.vendor());
        json.put("status", vendor.health().status().word());
        json.put("degraded", vendor.degraded());
        json.put("calls", vendor.window().results().size());
        json.put("success", vendor.window().share(Outcome.ANSWERED));
        json.put("errors", vendor.window().share(Outcome.FAILED));
        json.put("responseTime", vendor.window().responseTime().toMillis());
        vendor.last().ifPresent(result -> last(json, result));
        vendor.keyDaysLeft().ifPresent(days -> json.put("keyDaysLeft", days));
        json.put("spent", vendor.spending().spent());
        vendor.spending().budget().ifPresent(budget -> json.put("budget", budget));
        return json;
    }

    private static void last(Map<String, Object> json, ProbeResult result) {
        json.put("askedAt", result.at());
        json.put("reply", result.detail());
        result.limit().requests().ifPresent(requests -> json.put("limit", requests));
        result.limit().remaining().ifPresent(left -> json.put("remaining", left));
        result.limit().notBefore().ifPresent(time -> json.put("notBefore", time));
    }
}
