import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mapboxAccount } from './support.mjs';

const DEPOT = { coordinates: [13.378919, 52.516667] };
const NORTH = { coordinates: [13.376, 52.5251] };
const EAST = { coordinates: [13.4094, 52.5208] };

test('a way has legs, turns and a geometry', async () => {
  const { body, headers } = await mapboxAccount()
    .service('directions')
    .getDirections({ profile: 'driving', waypoints: [DEPOT, { ...NORTH, approach: 'curb' }, EAST], steps: true, geometries: 'geojson' })
    .send();
  assert.equal(body.code, 'Ok');
  assert.equal(body.routes[0].legs.length, 2);
  assert.equal(body.routes[0].legs[0].steps.at(-1).maneuver.type, 'arrive');
  assert.deepEqual(body.routes[0].geometry.coordinates[0], DEPOT.coordinates);
  assert.equal(headers['treaty-made-up'], 'roads');
});

test('a matrix has times and distances', async () => {
  const { body } = await mapboxAccount()
    .service('matrix')
    .getMatrix({ profile: 'driving', points: [DEPOT, NORTH, EAST], sources: [0], annotations: ['duration', 'distance'] })
    .send();
  assert.equal(body.durations.length, 1);
  assert.equal(body.durations[0][0], 0);
  assert.ok(body.distances[0][2] > body.distances[0][1]);
});

test('stops are put into their best order', async () => {
  const between = { coordinates: [13.39, 52.518] };
  const { body } = await mapboxAccount()
    .service('optimization')
    .getOptimization({ profile: 'driving', waypoints: [DEPOT, EAST, between, { coordinates: [13.5, 52.53] }], roundtrip: false, source: 'first', destination: 'last' })
    .send();
  assert.deepEqual(body.waypoints.map((waypoint) => waypoint.waypoint_index), [0, 2, 1, 3]);
});

test('where no road leads there is no way', async () => {
  const { service, control } = mapboxAccount();
  await control.post('/roads', { longitude: NORTH.coordinates[0], latitude: NORTH.coordinates[1], roads: 'island' });
  const way = await service('directions').getDirections({ waypoints: [DEPOT, NORTH] }).send();
  assert.equal(way.body.code, 'NoRoute');
  const matrix = await service('matrix').getMatrix({ points: [DEPOT, NORTH] }).send();
  assert.equal(matrix.body.durations[0][1], null);
});

test('an address has a place, and a place an address', async () => {
  const geocoding = mapboxAccount().service('geocoding-v6');
  const { body } = await geocoding.forwardGeocode({ query: 'Pariser Platz 1, Berlin', limit: 1 }).send();
  const { coordinates, match_code } = body.features[0].properties;
  assert.equal(match_code.confidence, 'exact');
  const reverse = await geocoding.reverseGeocode({ longitude: coordinates.longitude, latitude: coordinates.latitude }).send();
  assert.equal(reverse.body.features[0].properties.name, 'Pariser Platz 1');
});

test('an address that nobody knows has no place', async () => {
  const { service, control } = mapboxAccount();
  await control.post('/places', { q: 'Main Street 1' });
  const { body } = await service('geocoding-v6').forwardGeocode({ query: 'Main Street 1' }).send();
  assert.deepEqual(body.features, []);
});

test('a revoked token is refused', async () => {
  const token = `pk.${Buffer.from('{"u":"treaty"}').toString('base64')}.revoked`;
  await assert.rejects(mapboxAccount(token).service('directions').getDirections({ waypoints: [DEPOT, NORTH] }).send(), {
    statusCode: 401,
    message: 'Not Authorized - Invalid Token',
  });
});

test('an optimization has at most twelve places', async () => {
  const waypoints = Array.from({ length: 13 }, (_, i) => ({ coordinates: [13 + i / 100, 52] }));
  await assert.rejects(mapboxAccount().service('optimization').getOptimization({ waypoints }).send(), { statusCode: 422 });
});

test('after too many requests the header says when the limit is reset', async () => {
  const { service, control } = mapboxAccount();
  await control.post('/limit', { requests: 1, per: 'PT1M' });
  const ask = () => service('directions').getDirections({ waypoints: [DEPOT, NORTH] }).send();
  const first = await ask();
  assert.ok(Number(first.headers['x-rate-limit-reset']) > 0);
  await assert.rejects(ask(), { statusCode: 429 });
  await control.advance('PT1M');
  assert.equal((await ask()).statusCode, 200);
});
