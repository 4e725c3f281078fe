import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { receiver, samsaraAccount, samsaraClient, samsaraSdk } from './support.mjs';

const { Samsara, SamsaraError } = samsaraSdk;

/** A new vehicle at a latitude; returns its id. */
const newVehicle = async (control, latitude) =>
  (await control.post('/vehicles', { name: 'Truck 9', latitude, longitude: -122.4 })).data.id;

const place = (latitude, more = {}) => ({ name: 'Stop', singleUseLocation: { latitude, longitude: -122.4 }, ...more });

const states = async (samsara, id) => (await samsara.routes.fetchRoute({ id })).data.stops.map((stop) => stop.state);

test('the pager of the SDK reads all vehicles, and comes to an end', async () => {
  const { samsara } = samsaraAccount();
  const names = [];
  for await (const vehicle of await samsara.vehicles.list({ limit: 2 })) {
    names.push(vehicle.name);
  }
  assert.deepEqual(names, ['Truck 1', 'Truck 2', 'Truck 3']);
});

test('a vehicle is found by its id and by its external ID', async () => {
  const { samsara } = samsaraAccount();
  const [{ id }] = (await samsara.vehicles.list({ limit: 1 })).data;
  await samsara.vehicles.update({ id, externalIds: { fleetNumber: 'R-17' } });
  assert.equal((await samsara.vehicles.get({ id })).data.externalIds.fleetNumber, 'R-17');
  assert.equal((await samsara.vehicles.get({ id: 'fleetNumber:R-17' })).data.id, id);
});

test('a snapshot has the values of the types that were repeated in the query', async () => {
  const { samsara, control } = samsaraAccount();
  const vehicle = await newVehicle(control, 37.7);
  await control.post(`/vehicles/${vehicle}/drive`, { latitude: 37.8, longitude: -122.4 });
  await control.advance('PT5M');
  const { data } = await samsara.vehicleStats.getVehicleStats({ types: ['gps', 'engineStates', 'fuelPercents'], vehicleIds: vehicle });
  assert.equal(data.length, 1);
  assert.ok(data[0].gps.latitude > 37.7 && data[0].gps.latitude < 37.8);
  assert.equal(data[0].engineState.value, 'On');
  assert.ok(data[0].fuelPercent.value > 0);
});

test('a feed goes on where it ended, and tells nothing twice', async () => {
  const { samsara, control } = samsaraAccount();
  const vehicle = await newVehicle(control, 37.7);
  let after = (await samsara.vehicleStats.getVehicleStatsFeed({ types: ['gps'] })).pagination.endCursor;
  await control.post(`/vehicles/${vehicle}/drive`, { latitude: 37.8, longitude: -122.4 });
  const times = [];
  for (const pause of ['PT30S', 'PT1M', 'PT0S', 'PT1H']) {
    await control.advance(pause);
    const page = await samsara.vehicleStats.getVehicleStatsFeed({ types: ['gps'], after });
    times.push(...page.data.flatMap((each) => each.gps.map((gps) => gps.time)));
    after = page.pagination.endCursor;
  }
  assert.ok(times.length > 50);
  assert.equal(new Set(times).size, times.length);
  assert.deepEqual((await samsara.vehicleStats.getVehicleStatsFeed({ types: ['gps'], after })).data, []);
});

test('the history and the locations tell where a vehicle was', async () => {
  const { samsara, control } = samsaraAccount();
  const vehicle = await newVehicle(control, 37.7);
  const startTime = (await control.get('/clock')).now;
  await control.post(`/vehicles/${vehicle}/drive`, { latitude: 37.71, longitude: -122.4 });
  await control.advance('PT1H');
  const endTime = (await control.get('/clock')).now;
  const history = await samsara.vehicleStats.getVehicleStatsHistory({ startTime, endTime, types: ['gps'], vehicleIds: vehicle });
  assert.equal(history.data[0].gps.at(-1).latitude, 37.71);
  const locations = await samsara.vehicleLocations.getVehicleLocations({ vehicleIds: vehicle });
  assert.equal(locations.data[0].location.latitude, 37.71);
});

test('a vehicle follows its route, and the feed of routes tells it', async () => {
  const { samsara, control } = samsaraAccount();
  const vehicleId = await newVehicle(control, 37.7);
  const { data: route } = await samsara.routes.createRoute({ name: 'North', vehicleId, stops: [place(37.72), place(37.74)] });
  assert.deepEqual(route.stops.map((stop) => stop.state), ['scheduled', 'scheduled']);
  await control.advance('PT1M');
  assert.deepEqual(await states(samsara, route.id), ['en route', 'scheduled']);
  await control.advance('PT1H');
  assert.deepEqual(await states(samsara, route.id), ['departed', 'arrived']);
  const news = await samsara.routes.getRoutesFeed({ expand: 'route' });
  assert.equal(news.data.at(-1).operation, 'stop arrived');
  assert.equal(news.data.at(-1).changes.after.stops[0].state, 'arrived');
  assert.equal(news.data.at(-1).route.id, route.id);
});

test('a route is changed and removed', async () => {
  const { samsara, control } = samsaraAccount();
  const vehicleId = await newVehicle(control, 37.7);
  const other = await newVehicle(control, 37.73);
  const { data: route } = await samsara.routes.createRoute({ name: 'North', vehicleId, stops: [place(37.74)] });
  const { data: changed } = await samsara.routes.patchRoute({ id: route.id, name: 'South', vehicleId: other });
  assert.deepEqual([changed.name, changed.vehicle.id], ['South', other]);
  await samsara.routes.deleteRoute({ id: route.id });
  await assert.rejects(samsara.routes.fetchRoute({ id: route.id }), Samsara.NotFoundError);
});

test('routes of a time are listed', async () => {
  const { samsara, control } = samsaraAccount();
  const vehicleId = await newVehicle(control, 37.7);
  const scheduledArrivalTime = '2040-01-15T10:00:00Z';
  const { data: route } = await samsara.routes.createRoute({ name: 'North', vehicleId, stops: [place(37.74, { scheduledArrivalTime })] });
  const { data } = await samsara.routes.fetchRoutes({ startTime: '2040-01-15T00:00:00Z', endTime: '2040-01-16T00:00:00Z' });
  assert.deepEqual(data.map((each) => each.id), [route.id]);
  const before = await samsara.routes.fetchRoutes({ startTime: '2040-01-13T00:00:00Z', endTime: '2040-01-14T00:00:00Z' });
  assert.deepEqual(before.data, []);
});

test('drivers are created, deactivated and listed', async () => {
  const { samsara } = samsaraAccount();
  const { data: driver } = await samsara.drivers.create({ name: 'Kim Road', username: 'kim', password: 'a-password' });
  await samsara.drivers.update({ id: driver.id, driverActivationStatus: 'deactivated' });
  assert.equal((await samsara.drivers.get({ id: driver.id })).data.driverActivationStatus, 'deactivated');
  const active = [];
  for await (const each of await samsara.drivers.list()) {
    active.push(each.name);
  }
  assert.deepEqual(active, ['Ada Lane', 'Sam Street']);
});

test('addresses have geofences, and a truck on a route enters them', async (t) => {
  const { samsara, control } = samsaraAccount();
  const application = await receiver(t);
  await samsara.webhooks.postWebhooks({ name: 'Tracking', url: application.url('/samsara'), eventTypes: ['GeofenceEntry', 'RouteStopArrival'] });
  const circle = { latitude: 37.72, longitude: -122.4, radiusMeters: 200 };
  const { data: address } = await samsara.addresses.create({ name: 'Customer', formattedAddress: '1 Market St', geofence: { circle } });
  const vehicleId = await newVehicle(control, 37.7);
  await samsara.routes.createRoute({ name: 'North', vehicleId, stops: [{ addressId: address.id }] });
  await control.advance('PT1H');
  const events = application.at('/samsara').map((each) => JSON.parse(each.body));
  assert.deepEqual(events.map((event) => event.eventType), ['GeofenceEntry', 'RouteStopArrival']);
  assert.equal(events[0].data.address.id, address.id);
  assert.equal(events[1].data.routeStopDetails.state, 'arrived');
});

test('a webhook is signed with its secret key, which is Base64', async (t) => {
  const { samsara, control } = samsaraAccount();
  const application = await receiver(t);
  const webhook = await samsara.webhooks.postWebhooks({ name: 'Tracking', url: application.url('/samsara'), eventTypes: ['AlertIncident'] });
  await control.post('/alerts', { configurationId: 'alert-1' });
  const [{ headers, body }] = application.at('/samsara');
  const mac = createHmac('sha256', Buffer.from(webhook.secretKey, 'base64'));
  assert.equal(headers['x-samsara-signature'], `v1=${mac.update(`v1:${headers['x-samsara-timestamp']}:${body}`).digest('hex')}`);
  assert.equal(JSON.parse(body).webhookId, webhook.id);
});

test('webhooks are listed, changed and removed', async () => {
  const { samsara } = samsaraAccount();
  const { id } = await samsara.webhooks.postWebhooks({ name: 'Tracking', url: 'http://127.0.0.1:1/samsara' });
  await samsara.webhooks.patchWebhook({ id, name: 'Other' });
  assert.deepEqual((await samsara.webhooks.listWebhooks()).data.map((each) => each.name), ['Other']);
  await samsara.webhooks.deleteWebhook({ id });
  await assert.rejects(samsara.webhooks.getWebhook({ id }), Samsara.NotFoundError);
});

test('errors have the status, the message and the request id', async () => {
  const { samsara } = samsaraAccount();
  await assert.rejects(samsara.vehicles.get({ id: '1' }), (error) => {
    assert.ok(error instanceof SamsaraError);
    assert.equal(error.statusCode, 404);
    assert.match(error.body.message, /vehicle 1/);
    assert.match(error.body.requestId, /^[0-9a-f-]{36}$/);
    return true;
  });
});

test('a revoked token and a missing scope are refused', async () => {
  await assert.rejects(samsaraClient('samsara_api_revoked').routes.fetchRoute({ id: '1' }), Samsara.UnauthorizedError);
  const { samsara, control } = samsaraAccount();
  await control.post('/scopes', { missing: ['Read Vehicles'] });
  await assert.rejects(samsara.vehicles.get({ id: '1' }), (error) => error.statusCode === 403);
});

test('the SDK waits a second, because it cannot read the decimal seconds of Samsara, and then gets through', async () => {
  const { token, control } = samsaraAccount();
  await control.post('/limit', { requests: 1, per: 'PT0.9S' });
  const samsara = samsaraClient(token, { maxRetries: 2 });
  await samsara.vehicles.list({ limit: 1 });
  const start = Date.now();
  assert.equal((await samsara.vehicles.list({ limit: 1 })).data.length, 1);
  assert.ok(Date.now() - start > 700, 'the SDK waits longer than it was asked to');
});

test('more than three types, unknown types and cursors that are too old are refused', async () => {
  const { samsara, control } = samsaraAccount();
  const types = ['gps', 'engineStates', 'fuelPercents', 'obdOdometerMeters'];
  await assert.rejects(samsara.vehicleStats.getVehicleStats({ types }), (error) => error.statusCode === 400);
  await assert.rejects(samsara.vehicleStats.getVehicleStats({ types: ['mood'] }), (error) => error.statusCode === 400);
  const after = (await samsara.vehicleStats.getVehicleStatsFeed({ types: ['gps'] })).pagination.endCursor;
  await control.advance('P31D');
  await assert.rejects(samsara.vehicleStats.getVehicleStatsFeed({ types: ['gps'], after }), (error) => error.statusCode === 400);
});
