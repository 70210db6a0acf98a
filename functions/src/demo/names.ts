import { pick, type Random } from '@domain/kernel/random.ts';
import { ROSTER } from './roster-content.ts';

type Sex = 'girls' | 'boys';

function familyName(random: Random): string {
  const total = ROSTER.families.reduce((sum, family) => sum + family.weight, 0);
  let lot = random() * total;
  for (const { name, weight } of ROSTER.families) {
    lot -= weight;
    if (lot < 0) return name;
  }
  return ROSTER.families[0]!.name;
}

function anyName(random: Random, sex: Sex): string {
  const family = familyName(random);
  const middle = pick(random, ROSTER[sex].middles);
  const given = pick(random, ROSTER[sex].givens);
  return `${family} ${middle} ${given}`;
}

const hasEcho = (name: string) => new Set(name.split(' ')).size < name.split(' ').length;

/** Gives full names that nobody got before, none with a word twice; girls and boys by lot. */
export function nameGiver(random: Random): (sex?: Sex) => string {
  const given = new Set<string>();
  return (sex) => {
    const chosen = sex ?? (random() < 0.5 ? 'girls' : 'boys');
    let name = anyName(random, chosen);
    while (given.has(name) || hasEcho(name)) name = anyName(random, chosen);
    given.add(name);
    return name;
  };
}
