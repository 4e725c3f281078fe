import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { airtableAccount, receiver } from './support.mjs';

const names = (records) => records.map((record) => record.get('Name'));

async function withCustomers() {
  const account = await airtableAccount();
  const customers = account.base('Customers');
  await customers.create([
    { fields: { Name: 'Erika', Email: 'erika@example.com', Active: true, Fee: 24.5 } },
    { fields: { Name: "Jonas O'Neil", Service: 'Commercial', Fee: 8 } },
    { fields: { Name: 'Maria', Service: 'Residential', Active: true } },
  ]);
  return { ...account, customers };
}

test('a record that was created can be found, without its empty cells', async () => {
  const { customers } = await withCustomers();
  const created = await customers.create({ Name: 'Paul', Active: false });
  assert.deepEqual((await customers.find(created.id)).fields, { Name: 'Paul' });
});

test('all pages of a list are read', async () => {
  const { customers } = await withCustomers();
  assert.deepEqual(names(await customers.select({ pageSize: 1 }).all()), ['Erika', "Jonas O'Neil", 'Maria']);
  assert.equal((await customers.select({ pageSize: 1, maxRecords: 2 }).all()).length, 2);
});

test('a list is filtered, sorted, and has the fields that were asked for', async () => {
  const { customers } = await withCustomers();
  const records = await customers
    .select({ filterByFormula: 'OR({Active}, {Fee} < 10)', sort: [{ field: 'Name', direction: 'desc' }], fields: ['Name'] })
    .all();
  assert.deepEqual(names(records), ['Maria', "Jonas O'Neil", 'Erika']);
  assert.deepEqual(records[2].fields, { Name: 'Erika' });
});

test('a formula that is too long for a URL is sent as a body', async () => {
  const { customers } = await withCustomers();
  const many = Array.from({ length: 800 }, (_, i) => `{Name}='Somebody ${i}'`).join(',');
  assert.deepEqual(names(await customers.select({ filterByFormula: `OR(${many},{Name}='Maria')` }).all()), ['Maria']);
});

test('an update keeps what it does not name, a replacement clears it', async () => {
  const { customers } = await withCustomers();
  const [erika] = await customers.select({ maxRecords: 1 }).firstPage();
  assert.equal((await customers.update(erika.id, { Fee: 30 })).get('Email'), 'erika@example.com');
  assert.deepEqual((await customers.replace(erika.id, { Name: 'Erika' })).fields, { Name: 'Erika' });
});

test('records are destroyed together', async () => {
  const { customers } = await withCustomers();
  const ids = (await customers.select().all()).map((record) => record.id);
  assert.equal((await customers.destroy(ids.slice(0, 2))).length, 2);
  assert.deepEqual(names(await customers.select().all()), ['Maria']);
});

test('a new choice needs typecast', async () => {
  const { customers } = await withCustomers();
  await assert.rejects(customers.create({ Service: 'Roll-off' }), { error: 'INVALID_MULTIPLE_CHOICE_OPTIONS', statusCode: 422 });
  assert.equal((await customers.create({ Service: 'Roll-off', Fee: '12' }, { typecast: true })).get('Fee'), 12);
});

test('an upsert tells what is new', async () => {
  const { id, send, customers } = await withCustomers();
  const records = ['Erika', 'Paul'].map((Name) => ({ fields: { Name, Fee: 1 } }));
  const { body } = await send('PATCH', `/v0/${id}/Customers`, { performUpsert: { fieldsToMergeOn: ['Name'] }, records });
  assert.equal(body.updatedRecords.length, 1);
  assert.equal((await customers.find(body.createdRecords[0])).get('Name'), 'Paul');
});

test('errors have their type, and a record that does not exist is NOT_FOUND', async () => {
  const { customers, base } = await withCustomers();
  await assert.rejects(customers.find('recNobody00000042'), { error: 'NOT_FOUND', statusCode: 404 });
  await assert.rejects(customers.create({ Nickname: 'Eri' }), { error: 'UNKNOWN_FIELD_NAME', statusCode: 422 });
  await assert.rejects(base('Nothing').select().all(), { error: 'NOT_AUTHORIZED', statusCode: 403 });
  await assert.rejects(customers.create(Array.from({ length: 11 }, () => ({ fields: {} }))), { error: 'INVALID_RECORDS' });
});

test('after too many requests nothing is answered for half a minute', async () => {
  const { customers, control } = await withCustomers();
  await control.post('/limit', { requests: 1, per: 'PT1S' });
  await customers.select().firstPage();
  const tooMany = { error: 'TOO_MANY_REQUESTS', statusCode: 429 };
  await assert.rejects(customers.select().firstPage(), tooMany);
  await control.advance('PT29S');
  await assert.rejects(customers.select().firstPage(), tooMany);
  await control.advance('PT1S');
  assert.equal((await customers.select().firstPage()).length, 3);
});

test('a webhook pings, signed, and its log says what has changed', async (t) => {
  const { id, send, customers, control } = await withCustomers();
  const application = await receiver(t);
  const specification = { options: { filters: { dataTypes: ['tableData'] } } };
  const webhook = (await send('POST', `/v0/bases/${id}/webhooks`, { notificationUrl: application.url('/pings'), specification })).body;
  const paul = await customers.create({ Name: 'Paul' });
  await control.advance('PT0S');

  const [ping] = application.at('/pings');
  const mac = createHmac('sha256', Buffer.from(webhook.macSecretBase64, 'base64')).update(ping.body).digest('hex');
  assert.equal(ping.headers['x-airtable-content-mac'], `hmac-sha256=${mac}`);
  const { body } = await send('GET', `/v0/bases/${id}/webhooks/${JSON.parse(ping.body).webhook.id}/payloads?cursor=1`);
  const [table] = Object.values(body.payloads[0].changedTablesById);
  assert.deepEqual(Object.keys(table.createdRecordsById), [paul.id]);
});
