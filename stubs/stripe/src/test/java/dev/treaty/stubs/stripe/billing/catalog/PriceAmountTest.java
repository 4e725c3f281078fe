package dev.treaty.stubs.stripe.billing.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.stubs.vendor.world.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PriceAmountTest {

    @Test
    void a_price_per_unit_may_have_decimals() {
        var price = json("{'unit_amount':null,'unit_amount_decimal':'0.05'}");

        assertThat(PriceAmount.of(price, 90)).isEqualTo(5);
        assertThat(PriceAmount.of(price, 0)).isZero();
    }

    @Test
    void packages_are_rounded_up_or_down() {
        assertThat(PriceAmount.of(json("{'unit_amount':500,'transform_quantity':{'divide_by':10,'round':'up'}}"), 11))
                .isEqualTo(1_000);
        assertThat(PriceAmount.of(json("{'unit_amount':500,'transform_quantity':{'divide_by':10,'round':'down'}}"), 19))
                .isEqualTo(500);
    }

    @Test
    void graduated_tiers_are_added_up() {
        var price = json("{'billing_scheme':'tiered','tiers_mode':'graduated','_tiers':["
                + "{'up_to':5,'unit_amount':700,'flat_amount':null},{'up_to':10,'unit_amount':600},"
                + "{'up_to':null,'unit_amount':500,'flat_amount':100}]}");

        assertThat(PriceAmount.of(price, 5)).isEqualTo(3_500);
        assertThat(PriceAmount.of(price, 6)).isEqualTo(4_100);
        assertThat(PriceAmount.of(price, 20)).isEqualTo(3_500 + 3_000 + 5_000 + 100);
    }

    @Test
    void by_volume_one_tier_counts_for_all_units() {
        var price = json("{'billing_scheme':'tiered','tiers_mode':'volume','_tiers':["
                + "{'up_to':5,'unit_amount':700},{'up_to':null,'unit_amount':650}]}");

        assertThat(PriceAmount.of(price, 5)).isEqualTo(3_500);
        assertThat(PriceAmount.of(price, 6)).isEqualTo(3_900);
    }

    @Test
    void amounts_are_written_as_people_read_them() {
        assertThat(MoneyText.of(2_000, "usd")).isEqualTo("$20.00");
        assertThat(MoneyText.of(-5, "eur")).isEqualTo("-€0.05");
        assertThat(MoneyText.of(500, "jpy")).isEqualTo("¥500");
        assertThat(MoneyText.of(2_000, "chf")).isEqualTo("CHF 20.00");
    }

    private static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
