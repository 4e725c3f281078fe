import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripeAccount } from './support.mjs';

async function customers(stripe, count) {
  const created = [];
  for (let i = 0; i < count; i++) {
    created.push(await stripe.customers.create({ email: `c${i % 2}@example.org`, metadata: { number: String(i) } }));
  }
  return created.map(({ id }) => id);
}

test('a list has the newest first, ten of them unless a limit says otherwise', async () => {
  const { stripe } = stripeAccount();
  const ids = await customers(stripe, 12);
  const page = await stripe.customers.list();
  assert.deepEqual(page.data.map(({ id }) => id), ids.slice(2).reverse());
  assert.equal(page.has_more, true);
  assert.equal(page.url, '/v1/customers');
  assert.equal((await stripe.customers.list({ limit: 3 })).data.length, 3);
  assert.equal((await stripe.customers.list({ limit: 100 })).data.length, 12);
  assert.equal((await stripe.customers.list({ limit: 101 })).data.length, 12);
  assert.equal((await stripe.customers.list({ limit: 0 })).data.length, 1);
});

test('cursors lead forwards and back', async () => {
  const { stripe } = stripeAccount();
  const ids = (await customers(stripe, 7)).reverse();
  const second = await stripe.customers.list({ limit: 3, starting_after: ids[2] });
  assert.deepEqual(second.data.map(({ id }) => id), ids.slice(3, 6));
  assert.equal(second.has_more, true);
  const back = await stripe.customers.list({ limit: 2, ending_before: ids[3] });
  assert.deepEqual(back.data.map(({ id }) => id), ids.slice(1, 3));
  assert.equal(back.has_more, true);
  assert.equal((await stripe.customers.list({ limit: 3, ending_before: ids[3] })).has_more, false);
});

test('the SDK pages through everything', async () => {
  const { stripe } = stripeAccount();
  const ids = await customers(stripe, 25);
  const seen = [];
  for await (const customer of stripe.customers.list({ limit: 4 })) {
    seen.push(customer.id);
  }
  assert.deepEqual(seen, ids.reverse());
});

test('cursors that do not exist, or exclude each other, are refused', async () => {
  const { stripe } = stripeAccount();
  const [first, second] = await customers(stripe, 2);
  await assert.rejects(stripe.customers.list({ starting_after: 'cus_none' }), { statusCode: 400, code: 'resource_missing', param: 'starting_after' });
  await assert.rejects(stripe.customers.list({ starting_after: second, ending_before: first }), /both starting_after and ending_before/);
});

test('lists are filtered by fields and by ranges of time', async () => {
  const { stripe, control } = stripeAccount();
  const [old] = await customers(stripe, 1);
  await control.advance('PT1H');
  await customers(stripe, 3);
  const { created } = await stripe.customers.retrieve(old);
  assert.equal((await stripe.customers.list({ email: 'c1@example.org' })).data.length, 1);
  assert.deepEqual((await stripe.customers.list({ created: { lte: created } })).data.map(({ id }) => id), [old]);
  assert.equal((await stripe.customers.list({ created: { gt: created, lt: created + 7200 } })).data.length, 3);
  assert.equal((await stripe.customers.list({ created })).data.length, 1);
});

test('search finds what was just written', async () => {
  const { stripe } = stripeAccount();
  const [first] = await customers(stripe, 4);
  const byKey = await stripe.customers.search({ query: 'metadata["number"]:"0"' });
  assert.equal(byKey.object, 'search_result');
  assert.deepEqual(byKey.data.map(({ id }) => id), [first]);
  assert.equal((await stripe.customers.search({ query: "email:'C0@example.org'" })).data.length, 2);
  assert.equal((await stripe.customers.search({ query: 'email~"example"' })).data.length, 4);
  assert.equal((await stripe.customers.search({ query: 'email:"c0@example.org" AND -metadata["number"]:"0"' })).data.length, 1);
  assert.equal((await stripe.customers.search({ query: 'metadata["number"]:"1" OR metadata["number"]:"2"' })).data.length, 2);
  assert.equal((await stripe.customers.search({ query: 'created>0 created<9999999999' })).data.length, 4);
  assert.equal((await stripe.customers.search({ query: 'name:null' })).data.length, 4);
  assert.equal((await stripe.customers.search({ query: '-name:null' })).data.length, 0);
});

test('search results have pages', async () => {
  const { stripe } = stripeAccount();
  await customers(stripe, 5);
  const first = await stripe.customers.search({ query: 'email~"example.org"', limit: 2 });
  assert.equal(first.has_more, true);
  const second = await stripe.customers.search({ query: 'email~"example.org"', limit: 2, page: first.next_page });
  assert.notEqual(second.data[0].id, first.data[0].id);
  const all = [];
  for await (const customer of stripe.customers.search({ query: 'email~"example.org"', limit: 2 })) {
    all.push(customer.id);
  }
  assert.equal(new Set(all).size, 5);
  await assert.rejects(stripe.customers.search({ query: 'email~"example.org"', page: 'nonsense' }), { statusCode: 400 });
});

test('queries that make no sense are refused', async () => {
  const { stripe } = stripeAccount();
  const refused = (query, message) => assert.rejects(stripe.customers.search({ query }), { statusCode: 400, type: 'StripeInvalidRequestError', message });
  await refused('email', /unable to parse/);
  await refused('foo:"bar"', /Field `foo` is an unsupported search field for resource `customers`/);
  await refused('email:"a" AND name:"b" OR phone:"c"', /AND and OR/);
  await refused('email~"ab"', /3 characters/);
  await refused('email>"a"', /not supported/);
});

test('expand replaces ids, in lists and deep down', async () => {
  const { stripe } = stripeAccount();
  const customer = await stripe.customers.create({ name: 'Erika' });
  const intent = await stripe.paymentIntents.create({ amount: 2000, currency: 'eur', customer: customer.id, expand: ['customer'] });
  assert.equal(intent.customer.name, 'Erika');
  const list = await stripe.paymentIntents.list({ expand: ['data.customer'] });
  assert.equal(list.data[0].customer.name, 'Erika');
  assert.equal((await stripe.paymentIntents.retrieve(intent.id)).customer, customer.id);
});

test('what cannot be expanded is refused', async () => {
  const { stripe } = stripeAccount();
  const { id } = await stripe.customers.create();
  await assert.rejects(stripe.customers.retrieve(id, { expand: ['name'] }), { statusCode: 400, message: 'This property cannot be expanded (name).' });
  await assert.rejects(stripe.customers.list({ expand: ['default_source'] }), /You may want to try expanding 'data.default_source' instead/);
  await assert.rejects(stripe.customers.retrieve(id, { expand: ['a.b.c.d.e'] }), /more than 4 levels/);
});
