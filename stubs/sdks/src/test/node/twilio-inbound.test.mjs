// Messages from people, opt-out words, and messaging services.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { receiver, twilioAccount, twilioSdk } from './support.mjs';

const ME = '+14155550123';
const OWN = '+15005550006';

const { MessagingResponse } = twilioSdk.twiml;

/** An account with a number whose messages go to the application. */
async function accountWithNumber(app, settings = {}) {
  const account = twilioAccount();
  const number = await account.twilio.incomingPhoneNumbers.create({ phoneNumber: OWN, smsUrl: app.url('/sms'), ...settings });
  return { ...account, number };
}

const inbound = (control, body, more = {}) => control.post('/inbound/messages', { from: ME, to: OWN, body, ...more });

test('a message from a person is posted to the application, signed', async (t) => {
  const app = await receiver(t);
  const { twilio, control, sid, token } = await accountWithNumber(app);
  const received = await inbound(control, 'Hello', { media: ['https://example.com/cat.png'] });
  const [{ method, form, headers }] = app.at('/sms');
  assert.equal(method, 'POST');
  assert.deepEqual(
    [form.From, form.To, form.Body, form.AccountSid, form.MessageSid, form.SmsStatus, form.NumMedia, form.FromCountry],
    [ME, OWN, 'Hello', sid, received.sid, 'received', '1', 'US'],
  );
  assert.deepEqual([form.MediaUrl0, form.MediaContentType0], ['https://example.com/cat.png', 'image/png']);
  assert.ok(twilioSdk.validateRequest(token, headers['x-twilio-signature'], app.url('/sms'), form));
  const message = await twilio.messages(received.sid).fetch();
  assert.deepEqual([message.direction, message.status, message.body], ['inbound', 'received', 'Hello']);
});

test('TwiML replies, with text and media, and tells of the status', async (t) => {
  const app = await receiver(t);
  const { twilio, control } = await accountWithNumber(app);
  const twiml = new MessagingResponse();
  const message = twiml.message({ statusCallback: '/status' });
  message.body('Two\nlines & more');
  message.media('https://example.com/dog.jpg');
  twiml.message('And another one');
  app.reply('/sms', twiml.toString());
  await inbound(control, 'Hello');
  await control.advance('PT1M');
  const replies = (await twilio.messages.list({ to: ME })).reverse();
  assert.deepEqual(replies.map(({ body, from, direction, status }) => [body, from, direction, status]), [
    ['Two\nlines & more', OWN, 'outbound-reply', 'delivered'],
    ['And another one', OWN, 'outbound-reply', 'delivered'],
  ]);
  assert.equal(replies[0].numMedia, '1');
  assert.deepEqual(app.at('/status').map(({ form }) => form.MessageStatus), ['sent', 'delivered']);
});

test('a redirect is followed, and an endless one ends', async (t) => {
  const app = await receiver(t);
  const { twilio, control } = await accountWithNumber(app);
  app.reply('/sms', '<Response><Redirect method="GET">/next?step=2</Redirect><Message>not reached</Message></Response>');
  app.reply('/next', '<Response><Message>from there</Message></Response>');
  await inbound(control, 'Hello');
  assert.deepEqual((await twilio.messages.list({ to: ME })).map(({ body }) => body), ['from there']);
  assert.deepEqual([app.at('/next')[0].method, app.at('/next')[0].query.Body, app.at('/next')[0].query.step], ['GET', 'Hello', '2']);
  app.reply('/sms', '<Response><Redirect>/sms</Redirect></Response>');
  await inbound(control, 'Again');
  assert.ok(app.at('/sms').length < 20);
});

test('the fallback URL is asked when the application fails or sends a document type', async (t) => {
  const app = await receiver(t);
  const { twilio, control } = await accountWithNumber(app, { smsFallbackUrl: app.url('/fallback') });
  app.reply('/fallback', '<Response><Message>Sorry</Message></Response>');
  app.reply('/sms', 500);
  await inbound(control, 'Hello');
  app.reply('/sms', '<!DOCTYPE x [<!ENTITY y "z">]><Response><Message>&y;</Message></Response>');
  await inbound(control, 'Hello');
  assert.deepEqual(app.at('/fallback').map(({ form }) => form.ErrorCode), ['11200', '12100']);
  assert.equal(app.at('/fallback')[0].form.ErrorUrl, app.url('/sms'));
  assert.deepEqual((await twilio.messages.list({ to: ME })).map(({ body }) => body), ['Sorry', 'Sorry']);
});

test('STOP opts out until START, and each is replied to', async (t) => {
  const app = await receiver(t);
  const { twilio, control } = await accountWithNumber(app);
  const send = () => twilio.messages.create({ from: OWN, to: ME, body: 'News' });
  await inbound(control, ' stop ');
  await assert.rejects(send(), { code: 21610, status: 400, message: 'Attempt to send to unsubscribed recipient' });
  app.reply('/sms', '<Response><Message>a reply that is not sent</Message></Response>');
  await inbound(control, 'Why?');
  app.reply('/sms', 200);
  await inbound(control, 'START');
  await send();
  await inbound(control, 'HELP');
  const bodies = (await twilio.messages.list({ to: ME })).map(({ body }) => body.slice(0, 35)).reverse();
  assert.deepEqual(bodies, [
    'You have successfully been unsubscr',
    'You have successfully been re-subsc',
    'News',
    'Reply STOP to unsubscribe. Msg&Data',
  ]);
  assert.deepEqual(app.at('/sms').map(({ form }) => form.Body), [' stop ', 'Why?', 'START', 'HELP']);
});

for (const word of ['STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT']) {
  test(`${word} opts out, and UNSTOP in again`, async () => {
    const { twilio, control } = twilioAccount();
    await inbound(control, word);
    await assert.rejects(twilio.messages.create({ from: OWN, to: ME, body: 'News' }), { code: 21610 });
    await twilio.messages.create({ from: OWN, to: '+14155550124', body: 'News' });
    await inbound(control, 'UNSTOP');
    await twilio.messages.create({ from: OWN, to: ME, body: 'News' });
  });
}

/** A messaging service with one number. */
async function serviceWithNumber({ twilio, number }, settings = {}) {
  const service = await twilio.messaging.v1.services.create({ friendlyName: 'Campaign', ...settings });
  await twilio.messaging.v1.services(service.sid).phoneNumbers.create({ phoneNumberSid: number.sid });
  return service;
}

test('a messaging service accepts a message, and chooses the sender', async (t) => {
  const app = await receiver(t);
  const account = await accountWithNumber(app);
  const service = await serviceWithNumber(account, { statusCallback: app.url('/status') });
  const sent = await account.twilio.messages.create({ messagingServiceSid: service.sid, to: ME, body: 'News' });
  assert.deepEqual([sent.status, sent.from, sent.messagingServiceSid], ['accepted', null, service.sid]);
  await account.control.advance('PT1M');
  const delivered = await sent.fetch();
  assert.deepEqual([delivered.status, delivered.from], ['delivered', OWN]);
  assert.deepEqual(app.at('/status').map(({ form }) => form.MessageStatus), ['queued', 'sent', 'delivered']);
  assert.equal(app.at('/status')[0].form.MessagingServiceSid, service.sid);
});

test('a messaging service without numbers sends from the one that every account owns', async () => {
  const { twilio, control } = twilioAccount();
  const service = await twilio.messaging.v1.services.create({ friendlyName: 'Empty' });
  const sent = await twilio.messages.create({ messagingServiceSid: service.sid, to: ME, body: 'News' });
  await control.advance('PT1M');
  assert.deepEqual([(await sent.fetch()).status, (await sent.fetch()).from], ['delivered', OWN]);
});

test('a messaging service refuses a message without content (21619), and any when its senders were removed (21704)', async (t) => {
  const app = await receiver(t);
  const account = await accountWithNumber(app);
  const { sid } = await serviceWithNumber(account);
  const send = (body) => account.twilio.messages.create({ messagingServiceSid: sid, to: ME, body });
  await assert.rejects(send(''), { status: 400, code: 21619 });
  await account.number.remove(); // a number that is released leaves its service
  assert.deepEqual(await account.twilio.messaging.v1.services(sid).phoneNumbers.list(), []);
  await assert.rejects(send('News'), { status: 400, code: 21704 });
});

test('a message from abroad names its country', async (t) => {
  const app = await receiver(t);
  const { control } = await accountWithNumber(app);
  await inbound(control, 'Hello', { from: '+447700900123' });
  assert.deepEqual([app.at('/sms')[0].form.FromCountry, app.at('/sms')[0].form.ToCountry], ['GB', 'US']);
});

test('who stops a messaging service hears from none of its numbers', async (t) => {
  const app = await receiver(t);
  const account = await accountWithNumber(app);
  const service = await serviceWithNumber(account, { inboundRequestUrl: app.url('/service') });
  await inbound(account.control, 'STOP');
  assert.equal(app.at('/sms').length, 0);
  assert.deepEqual([app.at('/service')[0].form.OptOutType, app.at('/service')[0].form.MessagingServiceSid], ['STOP', service.sid]);
  const send = (from) => account.twilio.messages.create({ ...from, to: ME, body: 'News' });
  await assert.rejects(send({ messagingServiceSid: service.sid }), { code: 21610 });
  await assert.rejects(send({ from: OWN }), { code: 21610 });
});

test('messaging services are read, changed, listed and deleted, with their numbers and names', async (t) => {
  const app = await receiver(t);
  const account = await accountWithNumber(app);
  const { twilio, number } = account;
  const service = await serviceWithNumber(account);
  const services = twilio.messaging.v1.services;
  assert.equal((await services(service.sid).update({ friendlyName: 'Renamed', validityPeriod: 60 })).friendlyName, 'Renamed');
  assert.deepEqual((await services.list()).map(({ friendlyName, validityPeriod }) => [friendlyName, validityPeriod]), [['Renamed', 60]]);
  await assert.rejects(services(service.sid).phoneNumbers.create({ phoneNumberSid: number.sid }), { code: 21710 });
  assert.deepEqual((await services(service.sid).phoneNumbers.list()).map(({ phoneNumber }) => phoneNumber), [OWN]);
  const name = await services(service.sid).alphaSenders.create({ alphaSender: 'Treaty' });
  assert.equal((await services(service.sid).alphaSenders(name.sid).fetch()).alphaSender, 'Treaty');
  assert.equal(await services(service.sid).phoneNumbers(number.sid).remove(), true);
  assert.equal(await services(service.sid).remove(), true);
  await assert.rejects(services(service.sid).fetch(), { code: 20404 });
});

test('a list of services is read page by page, by whole URLs', async () => {
  const { twilio } = twilioAccount();
  for (const friendlyName of ['one', 'two', 'three']) {
    await twilio.messaging.v1.services.create({ friendlyName });
  }
  const names = (await twilio.messaging.v1.services.list({ pageSize: 2 })).map(({ friendlyName }) => friendlyName);
  assert.deepEqual(names, ['three', 'two', 'one']);
});

test('a scheduled message is sent at its time, unless it is canceled', async (t) => {
  const app = await receiver(t);
  const account = await accountWithNumber(app);
  const { twilio, control } = account;
  const { sid } = await serviceWithNumber(account);
  const schedule = (minutes) =>
    twilio.messages.create({
      messagingServiceSid: sid,
      to: ME,
      body: 'News',
      scheduleType: 'fixed',
      sendAt: new Date(Date.now() + minutes * 60_000),
    });
  const kept = await schedule(60);
  const dropped = await schedule(60);
  assert.equal(kept.status, 'scheduled');
  assert.equal((await dropped.update({ status: 'canceled' })).status, 'canceled');
  await control.advance('PT59M');
  assert.equal((await kept.fetch()).status, 'scheduled');
  await control.advance('PT2M');
  assert.deepEqual([(await kept.fetch()).status, (await dropped.fetch()).status], ['delivered', 'canceled']);
  await assert.rejects(kept.update({ status: 'canceled' }), { code: 30409 });
  await assert.rejects(schedule(1), { code: 35114 });
  await assert.rejects(schedule(36 * 24 * 60), { code: 35114 });
});
