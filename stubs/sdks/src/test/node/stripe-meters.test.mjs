// Billing by usage with npm stripe, written against docs.stripe.com/billing/subscriptions/usage-based.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripeAccount } from './support.mjs';

const DAY = 86_400;
const START = 1_767_225_600; // 2026-01-01

/** A meter and a price of half a cent for each unit. */
async function metered(stripe, { formula = 'sum', eventName = 'calls', ...price } = {}) {
  const meter = await stripe.billing.meters.create({ display_name: eventName, event_name: eventName, default_aggregation: { formula } });
  const recurring = { interval: 'month', usage_type: 'metered', meter: meter.id };
  const amount = price.tiers ? price : { unit_amount_decimal: '0.5' };
  return { meter, price: await stripe.prices.create({ product_data: { name: eventName }, currency: 'usd', recurring, ...amount }) };
}

async function subscribed(stripe, ...prices) {
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: START });
  const customer = await stripe.customers.create({
    test_clock: clock.id,
    payment_method: 'pm_card_visa',
    invoice_settings: { default_payment_method: 'pm_card_visa' },
  });
  const subscription = await stripe.subscriptions.create({ customer: customer.id, items: prices.map((price) => ({ price: price.id })) });
  return {
    customer: customer.id,
    subscription: subscription.id,
    advance: (days) => stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: START + days * DAY + 7200 }),
    use: (value, timestamp = START + 60, event_name = 'calls') =>
      stripe.billing.meterEvents.create({ event_name, payload: { stripe_customer_id: customer.id, value: String(value) }, timestamp }),
    latest: async () => (await stripe.invoices.list({ subscription: subscription.id })).data[0],
  };
}

test('a meter has an event name of its own while it is active', async () => {
  const { stripe } = stripeAccount();
  const { meter } = await metered(stripe);
  assert.match(meter.id, /^mtr_/);
  assert.deepEqual(meter.customer_mapping, { event_payload_key: 'stripe_customer_id', type: 'by_id' });
  await assert.rejects(metered(stripe), { param: 'event_name' });
  const inactive = await stripe.billing.meters.deactivate(meter.id);
  assert.equal(inactive.status, 'inactive');
  assert.equal(typeof inactive.status_transitions.deactivated_at, 'number');
  assert.equal((await stripe.billing.meters.list({ status: 'inactive' })).data.length, 1);
  assert.equal((await stripe.billing.meters.reactivate(meter.id)).status, 'active');
  const types = (await stripe.events.list({ type: 'billing.meter.*' })).data.map((event) => event.type);
  assert.deepEqual(types, ['billing.meter.reactivated', 'billing.meter.deactivated', 'billing.meter.created']);
});

test('usage is on the invoice at the end of its period, and in the preview before', async () => {
  const { stripe } = stripeAccount();
  const { price } = await metered(stripe);
  const account = await subscribed(stripe, price);
  assert.deepEqual([(await account.latest()).total, (await account.latest()).status], [0, 'paid']);
  await account.use(300);
  await account.use(701);
  assert.equal((await stripe.invoices.createPreview({ subscription: account.subscription })).total, 501);
  await account.advance(31);
  const invoice = await account.latest();
  assert.deepEqual([invoice.total, invoice.status], [501, 'paid']);
  assert.deepEqual([invoice.lines.data[0].quantity, invoice.lines.data[0].period.start], [1001, START]);
  await account.advance(60);
  assert.equal((await account.latest()).total, 0);
});

test('events are counted, or the last one is taken, and tiers apply', async () => {
  const { stripe } = stripeAccount();
  const tiers = { billing_scheme: 'tiered', tiers_mode: 'graduated', tiers: [{ up_to: 2, unit_amount: 0 }, { up_to: 'inf', unit_amount: 100 }] };
  const counted = await metered(stripe, { formula: 'count', eventName: 'counted', ...tiers });
  const last = await metered(stripe, { formula: 'last', eventName: 'last', ...tiers });
  const account = await subscribed(stripe, counted.price, last.price);
  for (const [index, value] of [9, 4, 5].entries()) {
    await account.use(value, START + index, 'counted');
    await account.use(value, START + index, 'last');
  }
  await account.advance(31);
  const invoice = await account.latest();
  assert.deepEqual(invoice.lines.data.map((line) => line.quantity), [3, 5]);
  assert.equal(invoice.total, 100 + 300);
});

test('an event counts once, and can be taken back', async () => {
  const { stripe } = stripeAccount();
  const { meter } = await metered(stripe);
  const { id: customer } = await stripe.customers.create();
  const use = (value, identifier) =>
    stripe.billing.meterEvents.create({ event_name: 'calls', payload: { stripe_customer_id: customer, value }, identifier });
  await use('25', 'one');
  await use('5', 'two');
  await assert.rejects(use('25', 'one'), /An event already exists with identifier one/);
  const day = Math.floor(Date.now() / 1000 / DAY) * DAY;
  const sum = async () => {
    const range = { customer, start_time: day, end_time: day + 2 * DAY };
    return (await stripe.billing.meters.listEventSummaries(meter.id, range)).data[0].aggregated_value;
  };
  assert.equal(await sum(), 30);
  await stripe.billing.meterEventAdjustments.create({ event_name: 'calls', type: 'cancel', cancel: { identifier: 'one' } });
  assert.equal(await sum(), 5);
  const unaligned = { customer, start_time: day + 7, end_time: day + DAY };
  await assert.rejects(stripe.billing.meters.listEventSummaries(meter.id, unaligned), { param: 'start_time' });
});

test('events of no meter, or long ago, are refused', async () => {
  const { stripe } = stripeAccount();
  await metered(stripe);
  const payload = { stripe_customer_id: 'cus_1', value: '1' };
  await assert.rejects(stripe.billing.meterEvents.create({ event_name: 'other', payload }), /No active meter found/);
  const timestamp = Math.floor(Date.now() / 1000) - 36 * DAY;
  await assert.rejects(stripe.billing.meterEvents.create({ event_name: 'calls', payload, timestamp }), { param: 'timestamp' });
});

test('what was used is billed when a subscription ends', async () => {
  const { stripe } = stripeAccount();
  const { price } = await metered(stripe);
  const account = await subscribed(stripe, price);
  await account.use(1000);
  await stripe.subscriptions.update(account.subscription, { cancel_at_period_end: true });
  await account.advance(31);
  assert.equal((await stripe.subscriptions.retrieve(account.subscription)).status, 'canceled');
  assert.deepEqual([(await account.latest()).total, (await account.latest()).status], [500, 'paid']);
});

test('a metered price has no quantity in a Checkout Session', async () => {
  const { stripe } = stripeAccount();
  const { price } = await metered(stripe);
  const urls = { success_url: 'https://shop.example/ok', mode: 'subscription' };
  await assert.rejects(
    stripe.checkout.sessions.create({ ...urls, line_items: [{ price: price.id, quantity: 1 }] }),
    /Quantity should not be specified where usage_type is `metered`/,
  );
  assert.equal((await stripe.checkout.sessions.create({ ...urls, line_items: [{ price: price.id }] })).amount_total, 0);
});
