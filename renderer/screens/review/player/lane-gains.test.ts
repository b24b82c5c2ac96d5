import { expect, it } from 'vitest';
import { laneGains } from './lane-gains.ts';

const none = { agent: false, customer: false };

it('plays each side in its own ear', () => {
  expect(laneGains('both', none, 0)).toEqual([
    [1, 0],
    [0, 1],
  ]);
});

it('plays a chosen side in both ears, whichever channel carries it', () => {
  expect(laneGains('agent', none, 1)).toEqual([
    [0, 0],
    [1, 1],
  ]);
  expect(laneGains('customer', none, 1)).toEqual([
    [1, 1],
    [0, 0],
  ]);
});

it('mutes one side and leaves the other as it is', () => {
  expect(laneGains('both', { agent: true, customer: false }, 0)).toEqual([
    [0, 0],
    [0, 1],
  ]);
});
