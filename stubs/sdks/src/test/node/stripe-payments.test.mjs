// Payments with npm stripe, written against docs.stripe.com: PaymentIntents, cards that decline, 3-D Secure, capture, set-ups.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { request, stripeAccount, stripeClient } from './support.mjs';

const CARDS = { automatic_payment_methods: { enabled: true, allow_redirects: 'never' } };
const PAID = { amount: 2000, currency: 'usd', payment_method: 'pm_card_visa', confirm: true, ...CARDS };

/** The error of a request that is refused. */
async function refused(promise) {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new assert.AssertionError({ message: 'the request was not refused' });
}

/** Opens the page of 3-D Secure as a browser does, and presses one of its buttons. */
async function press(url, label) {
  const page = await request('GET', url);
  assert.equal(page.status, 200);
  assert.match(page.headers.get('content-type'), /text\/html/);
  const action = page.body.match(/<form[^>]*action="([^"]*)"/)[1];
  const button = page.body.match(new RegExp(`<button[^>]*name="([^"]*)" value="([^"]*)"[^>]*>[^<]*${label}`, 'i'));
  return request('POST', new URL(action, url), { body: new URLSearchParams([[button[1], button[2]]]) });
}

async function customerWithCard(stripe, card = 'pm_card_visa') {
  const customer = await stripe.customers.create({ email: 'erika@example.org' });
  const method = await stripe.paymentMethods.attach(card, { customer: customer.id });
  return { customer, method };
}

test('a payment begins without a payment method', async () => {
  const { stripe } = stripeAccount();
  const intent = await stripe.paymentIntents.create({ amount: 1099, currency: 'EUR', metadata: { order: '6735' } });
  assert.equal(intent.status, 'requires_payment_method');
  assert.equal(intent.currency, 'eur');
  assert.equal(intent.capture_method, 'automatic_async');
  assert.equal(intent.amount_received, 0);
  assert.equal(intent.latest_charge, null);
  assert.deepEqual(intent.metadata, { order: '6735' });
  assert.match(intent.client_secret, new RegExp(`^${intent.id}_secret_\\w+$`));
});

test('a payment with a payment method waits for its confirmation, and is paid by it', async () => {
  const { stripe } = stripeAccount();
  const intent = await stripe.paymentIntents.create({ amount: 1099, currency: 'usd', payment_method: 'pm_card_visa', ...CARDS });
  assert.equal(intent.status, 'requires_confirmation');
  const paid = await stripe.paymentIntents.confirm(intent.id);
  assert.equal(paid.status, 'succeeded');
  assert.equal(paid.amount_received, 1099);
  assert.match(paid.latest_charge, /^ch_/);
  assert.match(paid.payment_method, /^pm_(?!card_visa)/);
});

test('a paid payment has a charge with its card, outcome and money', async () => {
  const { stripe } = stripeAccount();
  const paid = await stripe.paymentIntents.create({
    ...PAID, description: 'Order 6735', expand: ['latest_charge.balance_transaction', 'payment_method'],
  });
  const charge = paid.latest_charge;
  assert.equal(charge.paid, true);
  assert.equal(charge.captured, true);
  assert.equal(charge.payment_intent, paid.id);
  assert.equal(charge.payment_method_details.card.brand, 'visa');
  assert.equal(charge.payment_method_details.card.last4, '4242');
  assert.equal(charge.outcome.type, 'authorized');
  assert.equal(charge.outcome.network_status, 'approved_by_network');
  assert.equal(charge.outcome.risk_level, 'normal');
  assert.equal(charge.outcome.seller_message, 'Payment complete.');
  assert.equal(charge.balance_transaction.fee, 88);
  assert.equal(charge.balance_transaction.net, 1912);
  assert.equal(charge.balance_transaction.reporting_category, 'charge');
  assert.equal(charge.balance_transaction.description, 'Order 6735');
  assert.equal(paid.payment_method.card.last4, '4242');
});

test('each test card has its brand, country, funding and last digits', async () => {
  const { stripe } = stripeAccount();
  for (const [token, brand, last4, country, funding] of [
    ['tok_visa', 'visa', '4242', 'US', 'credit'],
    ['tok_visa_debit', 'visa', '5556', 'US', 'debit'],
    ['tok_mastercard', 'mastercard', '4444', 'US', 'credit'],
    ['tok_mastercard_prepaid', 'mastercard', '5100', 'US', 'prepaid'],
    ['tok_amex', 'amex', '0005', 'US', 'credit'],
    ['tok_discover', 'discover', '1117', 'US', 'credit'],
    ['tok_diners', 'diners', '0004', 'US', 'credit'],
    ['tok_jcb', 'jcb', '0505', 'JP', 'credit'],
    ['tok_unionpay', 'unionpay', '0005', 'CN', 'credit'],
    ['tok_de', 'visa', '0016', 'DE', 'credit'],
    ['tok_gb', 'visa', '0000', 'GB', 'credit'],
  ]) {
    const { card } = await stripe.paymentMethods.create({ type: 'card', card: { token } });
    assert.deepEqual([card.brand, card.last4, card.country, card.funding], [brand, last4, country, funding], token);
  }
});

for (const [card, code, declineCode, advice, param] of [
  ['pm_card_visa_chargeDeclined', 'card_declined', 'generic_decline', 'try_again_later'],
  ['pm_card_chargeDeclined', 'card_declined', 'generic_decline', 'try_again_later'],
  ['pm_card_visa_chargeDeclinedInsufficientFunds', 'card_declined', 'insufficient_funds', 'try_again_later'],
  ['pm_card_visa_chargeDeclinedLostCard', 'card_declined', 'lost_card', 'do_not_try_again'],
  ['pm_card_visa_chargeDeclinedStolenCard', 'card_declined', 'stolen_card', 'do_not_try_again'],
  ['pm_card_chargeDeclinedExpiredCard', 'expired_card', 'expired_card', 'confirm_card_data', 'exp_month'],
  ['pm_card_chargeDeclinedIncorrectCvc', 'incorrect_cvc', 'incorrect_cvc', 'confirm_card_data', 'cvc'],
  ['pm_card_chargeDeclinedProcessingError', 'processing_error', 'processing_error', 'try_again_later'],
  ['pm_card_visa_chargeDeclinedVelocityLimitExceeded', 'card_declined', 'card_velocity_exceeded', 'try_again_later'],
]) {
  test(`${card} is declined with ${declineCode}`, async () => {
    const { stripe } = stripeAccount();
    const error = await refused(stripe.paymentIntents.create({ ...PAID, payment_method: card }));
    assert.equal(error.type, 'StripeCardError');
    assert.equal(error.statusCode, 402);
    assert.equal(error.code, code);
    assert.equal(error.decline_code, declineCode);
    assert.equal(error.raw.advice_code, advice);
    assert.equal(error.param, param);
    assert.equal(error.payment_method.card.brand, 'visa');
    assert.equal(error.payment_intent.status, 'requires_payment_method');
  });
}

test('a declined payment remains, with its failed charge, and can be paid with another card', async () => {
  const { stripe } = stripeAccount();
  const error = await refused(stripe.paymentIntents.create({ ...PAID, payment_method: 'pm_card_chargeDeclinedInsufficientFunds' }));
  const intent = await stripe.paymentIntents.retrieve(error.payment_intent.id);
  assert.equal(intent.status, 'requires_payment_method');
  assert.equal(intent.payment_method, null);
  assert.equal(intent.last_payment_error.decline_code, 'insufficient_funds');
  assert.equal(intent.last_payment_error.message, 'Your card has insufficient funds.');
  assert.equal(intent.latest_charge, error.charge);
  const charge = await stripe.charges.retrieve(error.charge);
  assert.equal(charge.status, 'failed');
  assert.equal(charge.paid, false);
  assert.equal(charge.failure_code, 'card_declined');
  assert.equal(charge.outcome.type, 'issuer_declined');
  assert.equal(charge.outcome.reason, 'insufficient_funds');
  const paid = await stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_visa' });
  assert.equal(paid.status, 'succeeded');
  assert.equal(paid.last_payment_error, null);
});

test('a payment that is too small is refused with the minimum of its currency', async () => {
  const { stripe } = stripeAccount();
  for (const [currency, amount, message] of [
    ['usd', 49, 'Amount must be at least $0.50 usd'],
    ['eur', 10, 'Amount must be at least €0.50 eur'],
    ['jpy', 49, 'Amount must be at least ¥50 jpy'],
  ]) {
    const error = await refused(stripe.paymentIntents.create({ amount, currency }));
    assert.equal(error.type, 'StripeInvalidRequestError');
    assert.equal(error.code, 'amount_too_small');
    assert.equal(error.param, 'amount');
    assert.equal(error.message, message);
  }
});

test('a currency that Stripe does not have is refused', async () => {
  const { stripe } = stripeAccount();
  const error = await refused(stripe.paymentIntents.create({ amount: 2000, currency: 'xyz' }));
  assert.equal(error.statusCode, 400);
  assert.equal(error.param, 'currency');
  assert.match(error.message, /^Invalid currency: xyz/);
});

test('payment methods that redirect need a return_url', async () => {
  const { stripe } = stripeAccount();
  const error = await refused(stripe.paymentIntents.create({ ...PAID, automatic_payment_methods: { enabled: true } }));
  assert.equal(error.statusCode, 400);
  assert.match(error.message, /you must provide a `return_url`/);
});

test('money is reserved, and taken in part', async () => {
  const { stripe } = stripeAccount();
  const reserved = await stripe.paymentIntents.create({ ...PAID, capture_method: 'manual' });
  assert.equal(reserved.status, 'requires_capture');
  assert.equal(reserved.amount_capturable, 2000);
  assert.equal(reserved.amount_received, 0);
  const charge = await stripe.charges.retrieve(reserved.latest_charge);
  assert.equal(charge.captured, false);
  assert.equal(charge.balance_transaction, null);
  const taken = await stripe.paymentIntents.capture(reserved.id, { amount_to_capture: 1500 });
  assert.equal(taken.status, 'succeeded');
  assert.equal(taken.amount_received, 1500);
  assert.equal(taken.amount_capturable, 0);
  assert.equal((await stripe.charges.retrieve(reserved.latest_charge)).amount_captured, 1500);
  const error = await refused(stripe.paymentIntents.capture(reserved.id));
  assert.equal(error.code, 'payment_intent_unexpected_state');
});

test('more than was reserved cannot be taken', async () => {
  const { stripe } = stripeAccount();
  const reserved = await stripe.paymentIntents.create({ ...PAID, capture_method: 'manual' });
  const error = await refused(stripe.paymentIntents.capture(reserved.id, { amount_to_capture: 2001 }));
  assert.equal(error.code, 'amount_too_large');
  assert.equal(error.payment_intent.id, reserved.id);
});

test('reserved money that nobody takes is released after seven days', async () => {
  const { stripe, control } = stripeAccount();
  const reserved = await stripe.paymentIntents.create({ ...PAID, capture_method: 'manual' });
  await control.advance('P6D');
  assert.equal((await stripe.paymentIntents.retrieve(reserved.id)).status, 'requires_capture');
  await control.advance('P1DT1M');
  const released = await stripe.paymentIntents.retrieve(reserved.id);
  assert.equal(released.status, 'canceled');
  assert.equal(released.cancellation_reason, 'automatic');
});

test('a payment is canceled once', async () => {
  const { stripe } = stripeAccount();
  const intent = await stripe.paymentIntents.create({ amount: 2000, currency: 'usd' });
  const canceled = await stripe.paymentIntents.cancel(intent.id, { cancellation_reason: 'abandoned' });
  assert.equal(canceled.status, 'canceled');
  assert.equal(canceled.cancellation_reason, 'abandoned');
  assert.equal(typeof canceled.canceled_at, 'number');
  const again = await refused(stripe.paymentIntents.cancel(intent.id));
  assert.equal(again.code, 'payment_intent_unexpected_state');
  assert.equal(again.payment_intent.status, 'canceled');
  assert.match(again.message, /^You cannot cancel this PaymentIntent because it has a status of canceled\./);
  const confirmed = await refused(stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_visa' }));
  assert.equal(confirmed.code, 'payment_intent_unexpected_state');
});

test('a paid payment cannot be canceled, confirmed or made dearer, but described', async () => {
  const { stripe } = stripeAccount();
  const paid = await stripe.paymentIntents.create(PAID);
  for (const attempt of [
    () => stripe.paymentIntents.cancel(paid.id),
    () => stripe.paymentIntents.confirm(paid.id, { payment_method: 'pm_card_visa' }),
    () => stripe.paymentIntents.update(paid.id, { amount: 3000 }),
  ]) {
    const error = await refused(attempt());
    assert.equal(error.code, 'payment_intent_unexpected_state');
    assert.equal(error.payment_intent.status, 'succeeded');
  }
  const described = await stripe.paymentIntents.update(paid.id, { description: 'later', metadata: { a: '1' } });
  assert.equal(described.description, 'later');
  assert.deepEqual(described.metadata, { a: '1' });
});

test('a payment is changed before it is paid', async () => {
  const { stripe } = stripeAccount();
  const intent = await stripe.paymentIntents.create({ amount: 2000, currency: 'usd', metadata: { a: '1', b: '2' } });
  const changed = await stripe.paymentIntents.update(intent.id, { amount: 3000, metadata: { b: '', c: '3' }, payment_method: 'pm_card_visa' });
  assert.equal(changed.amount, 3000);
  assert.equal(changed.status, 'requires_confirmation');
  assert.deepEqual(changed.metadata, { a: '1', c: '3' });
});

test('a payment method is described where it is used, or by a confirmation token', async () => {
  const { stripe } = stripeAccount();
  const described = await stripe.paymentIntents.create({
    amount: 2000, currency: 'usd', confirm: true, payment_method_data: { type: 'card', card: { token: 'tok_visa' } }, ...CARDS,
  });
  assert.equal(described.status, 'succeeded');
  const token = await stripe.testHelpers.confirmationTokens.create({ payment_method: 'pm_card_mastercard' });
  assert.equal(token.payment_method_preview.card.brand, 'mastercard');
  const confirmed = await stripe.paymentIntents.create({
    amount: 2000, currency: 'usd', confirm: true, confirmation_token: token.id, ...CARDS,
  });
  assert.equal(confirmed.status, 'succeeded');
});

test('a token is used once, also where a payment is created and confirmed at once', async () => {
  const { stripe, key } = stripeAccount();
  const browser = stripeClient(key.replace('sk_', 'pk_'));
  const card = { number: '4242424242424242', exp_month: '12', exp_year: '2040', cvc: '123' };
  const token = await browser.tokens.create({ card });
  const paid = await stripe.paymentIntents.create({
    amount: 2000, currency: 'eur', confirm: true, payment_method_types: ['card'], payment_method_data: { type: 'card', card: { token: token.id } },
  });
  assert.equal(paid.status, 'succeeded');
  await assert.rejects(stripe.charges.create({ amount: 2000, currency: 'eur', source: token.id }), { code: 'token_already_used' });
});

test('a confirmation token brings the address to come back to, and knows its payment', async () => {
  const { stripe } = stripeAccount();
  const token = await stripe.testHelpers.confirmationTokens.create({
    payment_method: 'pm_card_authenticationRequired', return_url: 'https://shop.example/done',
  });
  const payment = await stripe.paymentIntents.create({
    amount: 2000, currency: 'eur', confirm: true, confirmation_token: token.id, automatic_payment_methods: { enabled: true },
  });
  assert.equal(payment.next_action.redirect_to_url.return_url, 'https://shop.example/done');
  assert.equal((await stripe.confirmationTokens.retrieve(token.id)).payment_intent, payment.id);
});

test('charges cannot ask the cardholder to authenticate', async () => {
  const { stripe } = stripeAccount();
  await assert.rejects(stripe.charges.create({ amount: 2000, currency: 'eur', source: 'tok_threeDSecure2Required' }), {
    type: 'StripeCardError', decline_code: 'authentication_required',
  });
});

test('a payment without a payment method cannot be confirmed', async () => {
  const { stripe } = stripeAccount();
  const intent = await stripe.paymentIntents.create({ amount: 2000, currency: 'usd' });
  const error = await refused(stripe.paymentIntents.confirm(intent.id));
  assert.equal(error.code, 'payment_intent_unexpected_state');
  assert.match(error.message, /missing a payment method/);
});

test('3-D Secure leads the browser to a page and back, and the payment is paid', async () => {
  const { stripe } = stripeAccount();
  const intent = await stripe.paymentIntents.create({
    amount: 2000, currency: 'usd', payment_method: 'pm_card_authenticationRequired', confirm: true,
    automatic_payment_methods: { enabled: true }, return_url: 'https://shop.example/return?order=1',
  });
  assert.equal(intent.status, 'requires_action');
  assert.equal(intent.next_action.type, 'redirect_to_url');
  assert.equal(intent.next_action.redirect_to_url.return_url, 'https://shop.example/return?order=1');
  assert.equal(intent.latest_charge, null);
  const back = await press(intent.next_action.redirect_to_url.url, 'complete');
  const location = new URL(back.headers.get('location'));
  assert.equal(location.origin, 'https://shop.example');
  assert.equal(location.searchParams.get('order'), '1');
  assert.equal(location.searchParams.get('payment_intent'), intent.id);
  assert.equal(location.searchParams.get('payment_intent_client_secret'), intent.client_secret);
  assert.equal(location.searchParams.get('redirect_status'), 'succeeded');
  const paid = await stripe.paymentIntents.retrieve(intent.id, { expand: ['latest_charge'] });
  assert.equal(paid.status, 'succeeded');
  assert.equal(paid.next_action, null);
  assert.equal(paid.latest_charge.payment_method_details.card.three_d_secure.result, 'authenticated');
});

test('3-D Secure that fails leaves the payment without a payment method', async () => {
  const { stripe } = stripeAccount();
  const intent = await stripe.paymentIntents.create({
    ...PAID, payment_method: 'pm_card_threeDSecure2Required', return_url: 'https://shop.example/return',
  });
  const back = await press(intent.next_action.redirect_to_url.url, 'fail');
  assert.equal(new URL(back.headers.get('location')).searchParams.get('redirect_status'), 'failed');
  const failed = await stripe.paymentIntents.retrieve(intent.id);
  assert.equal(failed.status, 'requires_payment_method');
  assert.equal(failed.last_payment_error.code, 'payment_intent_authentication_failure');
});

test('3-D Secure without a return_url is left to Stripe.js', async () => {
  const { stripe } = stripeAccount();
  const intent = await stripe.paymentIntents.create({ ...PAID, payment_method: 'pm_card_authenticationRequired' });
  assert.equal(intent.status, 'requires_action');
  assert.equal(intent.next_action.type, 'use_stripe_sdk');
});

test('a card that authenticates can be declined after that', async () => {
  const { stripe } = stripeAccount();
  const intent = await stripe.paymentIntents.create({
    ...PAID, payment_method: 'pm_card_authenticationRequiredChargeDeclinedInsufficientFunds', return_url: 'https://shop.example/',
  });
  const back = await press(intent.next_action.redirect_to_url.url, 'complete');
  assert.equal(new URL(back.headers.get('location')).searchParams.get('redirect_status'), 'failed');
  const failed = await stripe.paymentIntents.retrieve(intent.id);
  assert.equal(failed.last_payment_error.decline_code, 'insufficient_funds');
});

test('off session, 3-D Secure is a decline', async () => {
  const { stripe } = stripeAccount();
  const { customer, method } = await customerWithCard(stripe, 'pm_card_authenticationRequired');
  const error = await refused(stripe.paymentIntents.create({
    ...PAID, customer: customer.id, payment_method: method.id, off_session: true,
  }));
  assert.equal(error.code, 'authentication_required');
  assert.equal(error.decline_code, 'authentication_required');
  assert.equal(error.payment_intent.status, 'requires_payment_method');
});

test('error_on_requires_action makes 3-D Secure an error', async () => {
  const { stripe } = stripeAccount();
  const error = await refused(stripe.paymentIntents.create({
    ...PAID, payment_method: 'pm_card_authenticationRequired', error_on_requires_action: true,
  }));
  assert.equal(error.statusCode, 402);
  assert.equal(error.code, 'authentication_required');
  assert.equal(error.decline_code, 'authentication_not_handled');
});

test('a card that was set up pays off session', async () => {
  const { stripe } = stripeAccount();
  const customer = await stripe.customers.create();
  const setup = await stripe.setupIntents.create({
    customer: customer.id, payment_method: 'pm_card_authenticationRequiredOnSetup', confirm: true, usage: 'off_session',
    return_url: 'https://shop.example/',
  });
  assert.equal(setup.status, 'requires_action');
  const back = await press(setup.next_action.redirect_to_url.url, 'complete');
  const location = new URL(back.headers.get('location'));
  assert.equal(location.searchParams.get('setup_intent'), setup.id);
  assert.equal(location.searchParams.get('redirect_status'), 'succeeded');
  const done = await stripe.setupIntents.retrieve(setup.id);
  assert.equal(done.status, 'succeeded');
  const paid = await stripe.paymentIntents.create({
    ...PAID, customer: customer.id, payment_method: done.payment_method, off_session: true,
  });
  assert.equal(paid.status, 'succeeded');
});

test('setup_future_usage attaches the card to the customer', async () => {
  const { stripe } = stripeAccount();
  const customer = await stripe.customers.create();
  const paid = await stripe.paymentIntents.create({ ...PAID, customer: customer.id, setup_future_usage: 'off_session' });
  const method = await stripe.paymentMethods.retrieve(paid.payment_method);
  assert.equal(method.customer, customer.id);
  const list = await stripe.customers.listPaymentMethods(customer.id, { type: 'card' });
  assert.deepEqual(list.data.map((each) => each.id), [method.id]);
});

test('a browser reads and confirms a payment with its secret', async () => {
  const { stripe, key } = stripeAccount();
  const intent = await stripe.paymentIntents.create({ amount: 2000, currency: 'usd', ...CARDS });
  const browser = stripeClient(key.replace('sk_test_', 'pk_test_'));
  const read = await browser.paymentIntents.retrieve(intent.id, { client_secret: intent.client_secret });
  assert.equal(read.id, intent.id);
  const paid = await browser.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_visa', client_secret: intent.client_secret });
  assert.equal(paid.status, 'succeeded');
  const error = await refused(browser.paymentIntents.retrieve(intent.id, { client_secret: 'wrong' }));
  assert.equal(error.statusCode, 400);
});

test('card numbers are refused unless a browser sends them', async () => {
  const { stripe, key } = stripeAccount();
  const card = { number: '4242424242424242', exp_month: 8, exp_year: 2034, cvc: '314' };
  const error = await refused(stripe.paymentMethods.create({ type: 'card', card }));
  assert.equal(error.statusCode, 402);
  assert.equal(error.rawType, 'invalid_request_error');
  const browser = stripeClient(key.replace('sk_test_', 'pk_test_'));
  assert.equal((await browser.paymentMethods.create({ type: 'card', card })).card.last4, '4242');
  const wrong = await refused(browser.paymentMethods.create({ type: 'card', card: { ...card, number: '4242424242424241' } }));
  assert.equal(wrong.code, 'incorrect_number');
});

test('a card is attached, listed, changed, and detached for ever', async () => {
  const { stripe } = stripeAccount();
  const { customer, method } = await customerWithCard(stripe);
  assert.equal(method.customer, customer.id);
  const changed = await stripe.paymentMethods.update(method.id, { billing_details: { name: 'Erika' }, metadata: { a: '1' } });
  assert.equal(changed.billing_details.name, 'Erika');
  const list = await stripe.paymentMethods.list({ customer: customer.id, type: 'card' });
  assert.equal(list.data.length, 1);
  const detached = await stripe.paymentMethods.detach(method.id);
  assert.equal(detached.customer, null);
  const error = await refused(stripe.paymentMethods.attach(method.id, { customer: customer.id }));
  assert.equal(error.statusCode, 400);
  assert.equal(error.code, undefined);
  assert.equal((await stripe.customers.listPaymentMethods(customer.id)).data.length, 0);
});

test('a card that declines cannot be attached, but 0341 can, and declines later', async () => {
  const { stripe } = stripeAccount();
  const customer = await stripe.customers.create();
  const error = await refused(stripe.paymentMethods.attach('pm_card_visa_chargeDeclined', { customer: customer.id }));
  assert.equal(error.statusCode, 402);
  assert.equal(error.code, 'card_declined');
  const method = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer: customer.id });
  assert.equal(method.card.last4, '0341');
  const declined = await refused(stripe.paymentIntents.create({ ...PAID, customer: customer.id, payment_method: method.id }));
  assert.equal(declined.code, 'card_declined');
});

test("somebody else's card cannot pay", async () => {
  const { stripe } = stripeAccount();
  const { customer, method } = await customerWithCard(stripe);
  const other = await stripe.customers.create();
  const error = await refused(stripe.paymentIntents.create({ ...PAID, customer: other.id, payment_method: method.id }));
  assert.equal(error.statusCode, 400);
  assert.match(error.message, new RegExp(`The PaymentMethod ${method.id} does not belong to the Customer you supplied ${other.id}`));
  const nobody = await refused(stripe.paymentIntents.create({ ...PAID, payment_method: method.id }));
  assert.match(nobody.message, new RegExp(`belongs to the Customer ${customer.id}`));
});

test('a card of nobody pays once', async () => {
  const { stripe } = stripeAccount();
  const method = await stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_visa' } });
  await stripe.paymentIntents.create({ ...PAID, payment_method: method.id });
  const error = await refused(stripe.paymentIntents.create({ ...PAID, payment_method: method.id }));
  assert.match(error.message, /^The provided PaymentMethod was previously used/);
});

test('a set-up that is declined remains', async () => {
  const { stripe } = stripeAccount();
  const customer = await stripe.customers.create();
  const error = await refused(stripe.setupIntents.create({
    customer: customer.id, payment_method: 'pm_card_chargeDeclinedExpiredCard', confirm: true, payment_method_types: ['card'],
  }));
  assert.equal(error.code, 'expired_card');
  const setup = await stripe.setupIntents.retrieve(error.setup_intent.id);
  assert.equal(setup.status, 'requires_payment_method');
  assert.equal(setup.last_setup_error.code, 'expired_card');
});

test('a set-up attaches the card, and cannot be canceled after that', async () => {
  const { stripe } = stripeAccount();
  const customer = await stripe.customers.create();
  const setup = await stripe.setupIntents.create({
    customer: customer.id, payment_method: 'pm_card_visa', confirm: true, payment_method_types: ['card'],
  });
  assert.equal(setup.status, 'succeeded');
  assert.equal((await stripe.paymentMethods.retrieve(setup.payment_method)).customer, customer.id);
  const error = await refused(stripe.setupIntents.cancel(setup.id));
  assert.equal(error.code, 'setup_intent_unexpected_state');
  const attempts = await stripe.setupAttempts.list({ setup_intent: setup.id });
  assert.equal(attempts.data[0].status, 'succeeded');
});

test('a direct debit is paid later', async () => {
  const { stripe, control } = stripeAccount();
  const intent = await stripe.paymentIntents.create({
    amount: 2000, currency: 'eur', payment_method: 'pm_sepaDebit_success_de', confirm: true, payment_method_types: ['sepa_debit'],
    mandate_data: { customer_acceptance: { type: 'offline' } },
  });
  assert.equal(intent.status, 'processing');
  await control.advance('PT10M');
  assert.equal((await stripe.paymentIntents.retrieve(intent.id)).status, 'succeeded');
});

test('events tell of a payment in its order', async () => {
  const { stripe } = stripeAccount();
  const paid = await stripe.paymentIntents.create(PAID);
  const events = await stripe.events.list({ limit: 10 });
  assert.deepEqual(events.data.map((event) => event.type).reverse(), [
    'payment_intent.created', 'charge.succeeded', 'payment_intent.succeeded',
  ]);
  assert.equal(events.data[0].data.object.id, paid.id);
  assert.equal(events.data[2].data.object.status, 'requires_confirmation');
});
