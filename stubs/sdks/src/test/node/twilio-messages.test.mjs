import assert from 'node:assert/strict';
import { test } from 'node:test';
import { twilioAccount } from './support.mjs';

test('a message is delivered as time passes', { todo: "until Twilio's replay answers" }, async () => {
  const { twilio, control } = twilioAccount();
  const sent = await twilio.messages.create({ to: '+14155550123', from: '+15005550006', body: 'The polls are open until eight.' });
  assert.equal(sent.status, 'queued');
  await control.advance('PT1M');
  assert.equal((await twilio.messages(sent.sid).fetch()).status, 'delivered');
});
