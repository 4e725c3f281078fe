import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripeAccount } from './support.mjs';

/** An account with a customer who pays by card, and two prices a month: ten and thirty dollars. */
async function shop() {
  const { stripe, control } = stripeAccount();
  const card = { payment_method: 'pm_card_visa', invoice_settings: { default_payment_method: 'pm_card_visa' } };
  const price = async (unit_amount) =>
    (await stripe.prices.create({ currency: 'usd', unit_amount, recurring: { interval: 'month' }, product_data: { name: 'Plan' } })).id;
  const customer = (await stripe.customers.create(card)).id;
  const due = async () => (await stripe.invoices.list({ customer })).data.map((invoice) => invoice.amount_due);
  return { stripe, control, customer, basic: await price(1000), pro: await price(3000), due };
}

test('a schedule changes the price at the end of a phase, and lets the subscription go on', async () => {
  const { stripe, control, customer, basic, pro, due } = await shop();
  const phases = [{ items: [{ price: basic }] }, { items: [{ price: pro }] }];
  const schedule = await stripe.subscriptionSchedules.create({ customer, start_date: 'now', phases });
  assert.equal(schedule.status, 'active');
  await control.advance('P32D');
  assert.deepEqual(await due(), [3000, 1000]);
  await control.advance('P31D');
  const released = await stripe.subscriptionSchedules.retrieve(schedule.id);
  assert.deepEqual([released.status, released.released_subscription], ['released', schedule.subscription]);
  assert.equal((await stripe.subscriptions.retrieve(schedule.subscription)).schedule, null);
});

test('a subscription is downgraded at the end of its period', async () => {
  const { stripe, control, customer, basic, pro, due } = await shop();
  const { id } = await stripe.subscriptions.create({ customer, items: [{ price: pro }] });
  const schedule = await stripe.subscriptionSchedules.create({ from_subscription: id });
  const { start_date, end_date } = schedule.phases[0];
  await stripe.subscriptionSchedules.update(schedule.id, {
    phases: [{ items: [{ price: pro }], start_date, end_date }, { items: [{ price: basic }] }],
  });
  await control.advance('P32D');
  assert.deepEqual(await due(), [1000, 3000]);
});

test('a schedule that waits can be canceled, but not twice', async () => {
  const { stripe, control, customer, basic } = await shop();
  const start_date = Math.floor(Date.now() / 1000) + 10 * 86400;
  const { id, status } = await stripe.subscriptionSchedules.create({ customer, start_date, phases: [{ items: [{ price: basic }] }] });
  assert.equal(status, 'not_started');
  assert.equal((await stripe.subscriptionSchedules.cancel(id)).status, 'canceled');
  await assert.rejects(stripe.subscriptionSchedules.cancel(id), { statusCode: 400, message: /currently in the `canceled` status/ });
  await control.advance('P11D');
  assert.deepEqual((await stripe.subscriptions.list({ customer, status: 'all' })).data, []);
});
