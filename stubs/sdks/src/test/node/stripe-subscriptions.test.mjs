// Subscriptions and test clocks with npm stripe, written against docs.stripe.com.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripeAccount } from './support.mjs';

const DAY = 86400;
const JANUARY = 1767225600; // 2026-01-01, a month of 31 days

async function gold(stripe, amount = 2000, interval = 'month') {
  return stripe.prices.create({ currency: 'usd', unit_amount: amount, recurring: { interval }, product_data: { name: 'Gold' } });
}

async function customerWith(stripe, card, more = {}) {
  return stripe.customers.create({ payment_method: card, invoice_settings: { default_payment_method: card }, ...more });
}

async function exchangeCard(stripe, customer, card) {
  const { id } = await stripe.paymentMethods.attach(card, { customer: customer.id });
  await stripe.customers.update(customer.id, { invoice_settings: { default_payment_method: id } });
}

async function subscribed(card = 'pm_card_visa', more = {}) {
  const account = stripeAccount();
  const customer = await customerWith(account.stripe, card);
  const price = await gold(account.stripe);
  const subscription = await account.stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: price.id }],
    expand: ['latest_invoice'],
    ...more,
  });
  return { ...account, customer, price, subscription };
}

/** A customer of a test clock who subscribes to $31 a month on 1 January. */
async function subscribedByClock() {
  const { stripe } = stripeAccount();
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: JANUARY });
  const customer = await customerWith(stripe, 'pm_card_visa', { test_clock: clock.id });
  const price = await gold(stripe, 3100);
  const subscription = await stripe.subscriptions.create({ customer: customer.id, items: [{ price: price.id }] });
  return { stripe, clock, customer, subscription, item: subscription.items.data[0] };
}

async function advance(stripe, clock, time) {
  await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: time });
  for (;;) {
    const { status } = await stripe.testHelpers.testClocks.retrieve(clock.id);
    if (status === 'ready') {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function types(stripe) {
  return (await stripe.events.list({ limit: 100 })).data.map((event) => event.type).reverse();
}

test('a subscription is active once its first invoice is paid', async () => {
  const { subscription } = await subscribed();
  const invoice = subscription.latest_invoice;
  assert.equal(subscription.status, 'active');
  assert.deepEqual([invoice.status, invoice.billing_reason, invoice.amount_paid], ['paid', 'subscription_create', 2000]);
  assert.equal(invoice.lines.data[0].description, '1 × Gold (at $20.00 / month)');
  assert.equal(invoice.parent.subscription_details.subscription, subscription.id);
});

test('a subscription needs a payment method', async () => {
  const { stripe } = stripeAccount();
  const customer = await stripe.customers.create();
  const price = await gold(stripe);
  const items = [{ price: price.id }];
  await assert.rejects(stripe.subscriptions.create({ customer: customer.id, items }), { statusCode: 400, code: 'resource_missing' });
  await assert.rejects(stripe.subscriptions.create({ customer: customer.id }), { code: 'parameter_missing', param: 'items' });
});

test('an incomplete subscription becomes active when its payment is confirmed', async () => {
  const { stripe } = stripeAccount();
  const customer = await stripe.customers.create();
  const price = await gold(stripe);
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: price.id }],
    payment_behavior: 'default_incomplete',
    payment_settings: { save_default_payment_method: 'on_subscription' },
    expand: ['latest_invoice.confirmation_secret', 'latest_invoice.payments'],
  });
  assert.equal(subscription.status, 'incomplete');
  const [intent] = subscription.latest_invoice.confirmation_secret.client_secret.split('_secret_');
  assert.equal(subscription.latest_invoice.payments.data[0].payment.payment_intent, intent);
  await stripe.paymentIntents.confirm(intent, { payment_method: 'pm_card_visa' });
  const active = await stripe.subscriptions.retrieve(subscription.id, { expand: ['latest_invoice'] });
  assert.deepEqual([active.status, active.latest_invoice.status], ['active', 'paid']);
  assert.match(active.default_payment_method, /^pm_/);
  const [updated] = (await stripe.events.list({ type: 'customer.subscription.updated' })).data;
  assert.equal(updated.data.previous_attributes.status, 'incomplete');
});

test('an incomplete subscription expires after 23 hours', async () => {
  const { stripe, control, subscription } = await subscribed('pm_card_chargeCustomerFail');
  assert.equal(subscription.status, 'incomplete');
  await control.advance('PT24H');
  const expired = await stripe.subscriptions.retrieve(subscription.id, { expand: ['latest_invoice'] });
  assert.deepEqual([expired.status, expired.latest_invoice.status], ['incomplete_expired', 'void']);
});

test('error_if_incomplete leaves nothing behind', async () => {
  const { stripe, customer, price } = await subscribed('pm_card_chargeCustomerFail');
  const items = [{ price: price.id }];
  const declined = stripe.subscriptions.create({ customer: customer.id, items, payment_behavior: 'error_if_incomplete' });
  await assert.rejects(declined, { statusCode: 402, code: 'card_declined' });
  assert.equal((await stripe.subscriptions.list({ customer: customer.id, status: 'all' })).data.length, 1);
});

test('a trial costs nothing, warns before its end, and is paid for after it', async () => {
  const { stripe, control, subscription } = await subscribed('pm_card_visa', { trial_period_days: 14 });
  assert.equal(subscription.status, 'trialing');
  assert.equal(subscription.trial_end - subscription.trial_start, 14 * DAY);
  assert.equal(subscription.latest_invoice.amount_due, 0);
  await control.advance('P12D');
  assert.ok((await types(stripe)).includes('customer.subscription.trial_will_end'));
  await control.advance('P3D');
  const active = await stripe.subscriptions.retrieve(subscription.id, { expand: ['latest_invoice'] });
  assert.deepEqual([active.status, active.latest_invoice.amount_paid], ['active', 2000]);
});

test('a failed renewal makes it past due, and a new card with a payment cures it', async () => {
  const { stripe, control, customer, subscription } = await subscribed();
  await exchangeCard(stripe, customer, 'pm_card_chargeCustomerFail');
  await control.advance('P32D');
  const late = await stripe.subscriptions.retrieve(subscription.id, { expand: ['latest_invoice'] });
  assert.deepEqual([late.status, late.latest_invoice.status, late.latest_invoice.attempt_count], ['past_due', 'open', 1]);
  assert.ok(late.latest_invoice.next_payment_attempt);
  await exchangeCard(stripe, customer, 'pm_card_visa');
  await stripe.invoices.pay(late.latest_invoice.id);
  assert.equal((await stripe.subscriptions.retrieve(subscription.id)).status, 'active');
});

test('a retry recovers by itself', async () => {
  const { stripe, control, customer, subscription } = await subscribed();
  await exchangeCard(stripe, customer, 'pm_card_chargeCustomerFail');
  await control.advance('P32D');
  await exchangeCard(stripe, customer, 'pm_card_visa');
  await control.advance('P4D');
  const cured = await stripe.subscriptions.retrieve(subscription.id, { expand: ['latest_invoice'] });
  assert.deepEqual([cured.status, cured.latest_invoice.attempt_count], ['active', 2]);
});

test('after the last retry it is canceled', async () => {
  const { stripe, control, customer, subscription } = await subscribed();
  await exchangeCard(stripe, customer, 'pm_card_chargeCustomerFail');
  await control.advance('P50D');
  const ended = await stripe.subscriptions.retrieve(subscription.id, { expand: ['latest_invoice'] });
  assert.deepEqual([ended.status, ended.cancellation_details.reason], ['canceled', 'payment_failed']);
  assert.equal(ended.latest_invoice.attempt_count, 4);
  assert.ok((await types(stripe)).includes('customer.subscription.deleted'));
});

test('it is canceled now', async () => {
  const { stripe, subscription } = await subscribed();
  const canceled = await stripe.subscriptions.cancel(subscription.id);
  assert.equal(canceled.status, 'canceled');
  assert.ok(canceled.ended_at);
  await assert.rejects(stripe.subscriptions.cancel(subscription.id), { statusCode: 404, code: 'resource_missing' });
});

test("it is canceled at the period's end, unless that is taken back", async () => {
  const { stripe, control, customer, subscription } = await subscribed();
  const ending = await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true });
  assert.deepEqual([ending.status, ending.cancel_at], ['active', ending.items.data[0].current_period_end]);
  assert.equal((await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: false })).cancel_at, null);
  await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true });
  await control.advance('P32D');
  assert.equal((await stripe.subscriptions.retrieve(subscription.id)).status, 'canceled');
  assert.equal((await stripe.subscriptions.list({ customer: customer.id })).data.length, 0);
  assert.equal((await stripe.subscriptions.list({ customer: customer.id, status: 'ended' })).data.length, 1);
});

test('a preview shows what is credited and charged, and keeps nothing', async () => {
  const { stripe, clock, customer, subscription, item } = await subscribedByClock();
  const dearer = await gold(stripe, 6200);
  await advance(stripe, clock, JANUARY + 10 * DAY);
  const preview = await stripe.invoices.createPreview({
    subscription: subscription.id,
    subscription_details: { items: [{ id: item.id, price: dearer.id }], proration_date: JANUARY + 10 * DAY },
  });
  assert.deepEqual(preview.lines.data.map((line) => line.amount), [-2100, 4200, 6200]);
  assert.equal(preview.lines.data[0].description, 'Unused time on Gold after 11 Jan 2026');
  assert.equal(preview.lines.data[1].description, 'Remaining time on Gold after 11 Jan 2026');
  assert.equal((await stripe.invoiceItems.list({ customer: customer.id })).data.length, 0);
});

test('prorations are on the next invoice', async () => {
  const { stripe, clock, customer, subscription, item } = await subscribedByClock();
  const dearer = await gold(stripe, 6200);
  await advance(stripe, clock, JANUARY + 10 * DAY);
  await stripe.subscriptions.update(subscription.id, { items: [{ id: item.id, price: dearer.id }] });
  assert.equal((await stripe.invoiceItems.list({ customer: customer.id, pending: true })).data.length, 2);
  await advance(stripe, clock, JANUARY + 31 * DAY + 7200);
  const renewed = await stripe.subscriptions.retrieve(subscription.id, { expand: ['latest_invoice'] });
  assert.equal(renewed.latest_invoice.amount_paid, 6200 + 2100);
  assert.equal(renewed.items.data[0].current_period_start, JANUARY + 31 * DAY);
  assert.equal(renewed.latest_invoice.created, JANUARY + 31 * DAY);
  assert.equal(renewed.latest_invoice.status_transitions.paid_at, JANUARY + 31 * DAY + 3600);
});

test('always_invoice bills a greater quantity at once, and none never', async () => {
  const { stripe, clock, customer, subscription, item } = await subscribedByClock();
  await advance(stripe, clock, JANUARY + 15.5 * DAY);
  const update = (quantity, proration_behavior) =>
    stripe.subscriptions.update(subscription.id, {
      items: [{ id: item.id, quantity }],
      proration_behavior,
      expand: ['latest_invoice'],
    });
  const more = await update(3, 'always_invoice');
  assert.deepEqual([more.latest_invoice.billing_reason, more.latest_invoice.amount_paid], ['subscription_update', 3100]);
  assert.equal((await update(1, 'none')).latest_invoice.id, more.latest_invoice.id);
  assert.equal((await stripe.invoiceItems.list({ customer: customer.id, pending: true })).data.length, 0);
});

test('another interval starts a new period', async () => {
  const { stripe, clock, subscription, item } = await subscribedByClock();
  const yearly = await gold(stripe, 24000, 'year');
  await advance(stripe, clock, JANUARY + 15.5 * DAY);
  const changed = await stripe.subscriptions.update(subscription.id, {
    items: [{ id: item.id, price: yearly.id }],
    expand: ['latest_invoice'],
  });
  assert.equal(changed.items.data[0].current_period_start, JANUARY + 15.5 * DAY);
  assert.equal(changed.latest_invoice.amount_paid, 24000 - 1550);
});

test('a test clock goes forward only, and by two intervals at most', async () => {
  const { stripe, clock, customer } = await subscribedByClock();
  const to = (frozen_time) => stripe.testHelpers.testClocks.advance(clock.id, { frozen_time });
  await assert.rejects(to(JANUARY - 1), { statusCode: 400, param: 'frozen_time' });
  await assert.rejects(to(JANUARY + 100 * DAY), { statusCode: 400 });
  const advancing = await to(JANUARY + DAY);
  assert.equal(advancing.status, 'advancing');
  assert.equal(advancing.status_details.advancing.target_frozen_time, JANUARY + DAY);
  assert.equal((await stripe.customers.retrieve(customer.id)).created, JANUARY);
});

test('a test clock takes its customers along', async () => {
  const { stripe, clock, customer, subscription } = await subscribedByClock();
  assert.equal((await stripe.testHelpers.testClocks.del(clock.id)).deleted, true);
  assert.equal((await stripe.customers.retrieve(customer.id)).deleted, true);
  assert.equal((await stripe.subscriptions.retrieve(subscription.id)).status, 'canceled');
});

test('items are added, changed and removed', async () => {
  const { stripe, subscription } = await subscribed();
  const seat = await gold(stripe, 500);
  const item = await stripe.subscriptionItems.create({ subscription: subscription.id, price: seat.id, quantity: 2 });
  assert.equal((await stripe.subscriptionItems.list({ subscription: subscription.id })).data.length, 2);
  assert.equal((await stripe.subscriptionItems.update(item.id, { quantity: 5 })).quantity, 5);
  assert.equal((await stripe.subscriptionItems.del(item.id)).deleted, true);
  assert.equal((await stripe.subscriptions.retrieve(subscription.id)).items.data.length, 1);
});

test('paused collection voids the invoices meanwhile', async () => {
  const { stripe, control, subscription } = await subscribed();
  const latest = async () => (await stripe.subscriptions.retrieve(subscription.id, { expand: ['latest_invoice'] })).latest_invoice;
  await stripe.subscriptions.update(subscription.id, { pause_collection: { behavior: 'void' } });
  await control.advance('P32D');
  assert.equal((await latest()).status, 'void');
  await stripe.subscriptions.update(subscription.id, { pause_collection: '' });
  await control.advance('P32D');
  assert.equal((await latest()).status, 'paid');
});

test('an invoice that is sent and not paid makes it past due', async () => {
  const { stripe, control, subscription } = await subscribed('pm_card_visa', {
    collection_method: 'send_invoice',
    days_until_due: 7,
  });
  assert.deepEqual([subscription.status, subscription.latest_invoice.status], ['active', 'draft']);
  await control.advance('P8D');
  assert.equal((await stripe.subscriptions.retrieve(subscription.id)).status, 'past_due');
});
